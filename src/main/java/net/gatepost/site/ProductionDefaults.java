package net.gatepost.site;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What {@code gatepost.production} sets unless it is set otherwise: a log in JSON, a line for each event, for machines to read. */
class ProductionDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (environment.getProperty("gatepost.production", Boolean.class, false)) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource(
                            "gatepost.production", Map.of("logging.structured.format.console", "logstash")));
        }
    }
}
