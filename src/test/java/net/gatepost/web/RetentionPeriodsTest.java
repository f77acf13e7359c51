package net.gatepost.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetentionPeriodsTest {

    private static RetentionPeriods configured(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("gatepost.retention", RetentionPeriods.class);
    }

    @Test
    void theyAreThoseOfThePrivacyPageUnlessTheyAreMadeShorter() {
        assertThat(configured(Map.of()).mails()).isEqualTo(Duration.ofDays(30));
        assertThat(configured(Map.of("gatepost.retention.mails", "7d")).mails()).isEqualTo(Duration.ofDays(7));
        assertThat(configured(Map.of("gatepost.retention.mails", "7d")).notices())
                .isEqualTo(Duration.ofDays(365));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mails=31d", "notices=366d", "unconfirmed=3d", "links=0s", "devices=-1d"})
    void noneIsLongerThanPromisedOrTooShortToBeOfUse(String setting) {
        String[] parts = setting.split("=");

        assertThatThrownBy(() -> configured(Map.of("gatepost.retention." + parts[0], parts[1])))
                .rootCause()
                .hasMessageContaining("gatepost.retention." + parts[0]);
    }
}
