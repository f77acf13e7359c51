package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SiteAddressTest {

    private final ApplicationContextRunner site = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withBean(SiteAddress.class);

    @Test
    void aSiteThatWasNotToldItsAddressIsAtTheLocalPortItListensAt() {
        site.withPropertyValues("server.port=9090")
                .run(started -> assertThat(started.getBean(SiteAddress.class)).hasToString("http://localhost:9090"));
    }

    /** As {@code GatepostApplication} starts one. */
    @Test
    void aCommandWhichHasNoPortHasAnAddressAllTheSame() {
        site.withPropertyValues("server.port=-1", "spring.profiles.active=command")
                .run(started -> assertThat(started.getBean(SiteAddress.class)).hasToString("http://localhost:8080"));
    }

    @Test
    void theAddressThatTheOperatorGivesIsTheSites() {
        site.withPropertyValues("server.port=9090", "gatepost.base-url=https://jobs.example.org/")
                .run(started -> assertThat(started.getBean(SiteAddress.class)).hasToString("https://jobs.example.org"));
    }
}
