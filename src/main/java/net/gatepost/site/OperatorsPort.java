package net.gatepost.site;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The port of {@code management.server.port}, where metrics are, is for this machine alone unless {@code
 * management.server.address} says otherwise. Not in {@code application.yaml}: without the port, Boot refuses the address.
 */
class OperatorsPort implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.containsProperty("management.server.port")) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "gatepost.operators-port", Map.of("management.server.address", "127.0.0.1")));
        }
    }
}
