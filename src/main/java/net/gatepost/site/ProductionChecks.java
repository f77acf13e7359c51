package net.gatepost.site;

import java.util.ArrayList;
import java.util.List;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** With {@code gatepost.production} the site refuses to start half configured, and says all that is missing at once. */
@Component
@ConditionalOnBooleanProperty("gatepost.production")
class ProductionChecks {

    ProductionChecks(
            SiteAddress site,
            @Value("${spring.mail.host:}") String mailHost,
            @Value("${gatepost.mail.from}") String from,
            @Value("${gatepost.operator.email}") String operatorEmail,
            @Value("${gatepost.proxies:}") String proxies,
            @Value("${server.ssl.enabled:true}") boolean certificate,
            @Value("${server.ssl.bundle:}${server.ssl.key-store:}${server.ssl.certificate:}") String certificateAt) {
        List<String> missing = new ArrayList<>();
        if (!site.secure()) {
            missing.add("gatepost.base-url must begin with https://, it is " + site);
        }
        if (mailHost.isBlank()) {
            missing.add("spring.mail.host must name an SMTP server, or nobody can confirm an address");
        }
        if (from.contains("@localhost")) {
            missing.add("gatepost.mail.from must be an address at your domain, it is " + from);
        }
        if (operatorEmail.endsWith("@localhost")) {
            missing.add("gatepost.operator.email must be an address that reaches you");
        }
        if (proxies.isBlank() && (!certificate || certificateAt.isBlank())) {
            missing.add("gatepost.proxies must name the proxy that speaks https, or limits count all visitors as one"
                    + " (without a proxy: server.ssl.bundle)");
        }
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Not ready for production: " + String.join("; ", missing));
        }
    }
}
