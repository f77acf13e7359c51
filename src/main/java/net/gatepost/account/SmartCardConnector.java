package net.gatepost.account;

import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl.ClientAuth;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A port of its own for smart cards, so that no browser asks for one elsewhere. It asks and does not insist: who has none gets a
 * page that says so. A card of another authority, or one that has expired, does not get through the TLS handshake.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({"gatepost.smart-card.bundle", "gatepost.smart-card.port"})
class SmartCardConnector {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> smartCardPort(
            SslBundles bundles,
            @Value("${gatepost.smart-card.bundle}") String bundle,
            @Value("${gatepost.smart-card.port}") int port) {
        return factory -> {
            var connector = new Connector();
            connector.setPort(port);
            connector.setScheme("https");
            connector.setSecure(true);
            new SslConnectorCustomizer(LogFactory.getLog(SmartCardConnector.class), connector, ClientAuth.WANT)
                    .customize(bundles.getBundle(bundle), Map.of());
            factory.addAdditionalConnectors(connector);
        };
    }
}
