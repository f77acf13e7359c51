package net.gatepost.site;

import java.util.List;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Whom the site believes who a request comes from, and whether it came by https: the proxies of {@code gatepost.proxies}
 * (addresses or CIDR blocks, separated by commas; empty: nobody). {@code X-Forwarded-For} and {@code -Proto} of anybody else are
 * ignored, or whoever likes could choose the address that limits are counted by. {@code -Host} is nobody's to choose: the
 * site's own address is {@code gatepost.base-url}.
 */
@Component
class Proxies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final List<String> addresses;

    Proxies(@Value("${gatepost.proxies:}") List<String> addresses) {
        this.addresses = addresses.stream().map(String::strip).toList();
        this.addresses.forEach(Proxies::check);
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        if (!addresses.isEmpty()) {
            var valve = new RemoteIpValve();
            valve.setInternalProxies(String.join(",", addresses));
            valve.setRemoteIpHeader("X-Forwarded-For");
            valve.setProtocolHeader("X-Forwarded-Proto");
            server.addEngineValves(valve);
        }
    }

    private static void check(String address) {
        try {
            new IpAddressMatcher(address);
        } catch (IllegalArgumentException notAnAddress) {
            throw new IllegalStateException(
                    "gatepost.proxies must hold addresses in digits, such as 10.0.0.5 or 10.0.0.0/24, not " + address,
                    notAnAddress);
        }
    }
}
