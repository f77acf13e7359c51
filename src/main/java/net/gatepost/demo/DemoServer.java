package net.gatepost.demo;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.stereotype.Component;

/** Keeps the demo to this machine: its passphrases are printed in the manual. */
@Component
@OnlyInDemo
class DemoServer implements WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> {

    DemoServer(@Value("${gatepost.production:false}") boolean production) {
        if (production) {
            throw new IllegalStateException(
                    "gatepost.demo and gatepost.production are both true: a production site has no demo people. Unset one.");
        }
    }

    @Override
    public void customize(ConfigurableServletWebServerFactory factory) {
        factory.setAddress(InetAddress.getLoopbackAddress());
    }
}
