package net.gatepost.site;

import static org.assertj.core.api.Assertions.assertThat;

import net.gatepost.web.SiteAddress;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ProductionChecksTest {

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

    @Test
    void withoutTheSwitchNothingIsDemanded() {
        site.withPropertyValues("gatepost.production=false", "spring.mail.host=")
                .run(started -> assertThat(started).hasNotFailed());
    }
}
