package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mock.env.MockEnvironment;

class ProductionChecksTest {

    private static final String STARTTLS = "spring.mail.properties.mail.smtp.starttls.";

    private final ApplicationContextRunner site = new ApplicationContextRunner()
            .withUserConfiguration(SiteAddress.class, ProductionChecks.class)
            .withPropertyValues(
                    "gatepost.production=true",
                    "gatepost.base-url=https://jobs.example.org",
                    "spring.mail.host=smtp.example.org",
                    "gatepost.mail.from=Gatepost <no-reply@example.org>",
                    "gatepost.operator.email=help@example.org",
                    "gatepost.proxies=127.0.0.1");

    @Test
    void aFullyConfiguredSiteStarts() {
        site.run(started -> assertThat(started).hasNotFailed());
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        site.withPropertyValues("gatepost.base-url=http://jobs.example.org", "spring.mail.host=")
                .run(started -> assertThat(started)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("gatepost.base-url")
                        .hasMessageContaining("spring.mail.host"));
    }

    @Test
    void aSiteWithoutAProxyHasItsOwnCertificate() {
        site.withPropertyValues("gatepost.proxies=")
                .run(started -> assertThat(started).getFailure().rootCause().hasMessageContaining("gatepost.proxies"));
        site.withPropertyValues("gatepost.proxies=", "server.ssl.bundle=site")
                .run(started -> assertThat(started).hasNotFailed());
    }

    @ParameterizedTest
    @CsvSource({"smtp.example.org, true", "localhost.example.org, true", "localhost, ", "127.0.0.1, ", "::1, ", "'', "})
    void mailLeavesThisMachineThroughTlsAlone(String host, @Nullable String required) {
        var environment = new MockEnvironment()
                .withProperty("gatepost.production", "true")
                .withProperty("spring.mail.host", host);

        new ProductionDefaults().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty(STARTTLS + "required")).isEqualTo(required);
        assertThat(environment.getProperty(STARTTLS + "enable")).isEqualTo(required);
    }

    @Test
    void whoNeedsAMailServerWithoutTlsSaysSo() {
        var environment = new MockEnvironment()
                .withProperty("gatepost.production", "true")
                .withProperty("spring.mail.host", "smtp.example.org")
                .withProperty(STARTTLS + "required", "false");

        new ProductionDefaults().postProcessEnvironment(environment, new SpringApplication());

        assertThat(environment.getProperty(STARTTLS + "required")).isEqualTo("false");
    }

    @Test
    void withoutTheSwitchNothingIsDemanded() {
        site.withPropertyValues("gatepost.production=false", "spring.mail.host=")
                .run(started -> assertThat(started).hasNotFailed());
    }
}
