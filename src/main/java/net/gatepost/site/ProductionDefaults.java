package net.gatepost.site;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * What {@code gatepost.production} sets unless it is set otherwise: a log in JSON, a line for each event, for machines to read;
 * and mail that leaves this machine through TLS alone.
 */
class ProductionDefaults implements EnvironmentPostProcessor {

    private static final String STARTTLS = "spring.mail.properties.mail.smtp.starttls.";
    private static final Set<String> HERE = Set.of("", "localhost", "127.0.0.1", "::1");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!environment.getProperty("gatepost.production", Boolean.class, false)) {
            return;
        }
        Map<String, Object> defaults = new HashMap<>();
        defaults.put("logging.structured.format.console", "logstash");
        if (!HERE.contains(environment.getProperty("spring.mail.host", ""))) {
            defaults.put(STARTTLS + "enable", "true");
            defaults.put(STARTTLS + "required", "true");
        }
        environment.getPropertySources().addLast(new MapPropertySource("gatepost.production", defaults));
    }
}
