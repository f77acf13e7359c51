package net.gatepost.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import net.gatepost.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("journey")
class KillRoundsTest {

    private static final int ROUNDS = 3;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(8);
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    @TempDir
    Path data;

    @Test
    void nothingAcknowledgedIsLostOrDoubledByThreeKillsAtRandomMomentsOnTheEmbeddedDatabase() throws Exception {
        killed(null);
    }

    @Test
    void nothingAcknowledgedIsLostOrDoubledByThreeKillsAtRandomMomentsOnPostgreSql() throws Exception {
        killed(TestDatabase.newPostgres());
    }

    private void killed(@Nullable String databaseUrl) throws Exception {
        try (var site = Site.ofClasses(data, KillRounds.options(databaseUrl))) {
            var rounds = new KillRounds(site, databaseUrl);
            for (int round = 0; round < ROUNDS; round++) {
                rounds.round(LONGEST_ROUND);
            }

            var found = rounds.judge(CAUGHT_UP_WITHIN);

            assertThat(found.acknowledged()).isPositive();
            assertThat(found)
                    .usingRecursiveComparison()
                    .ignoringFields("acknowledged", "mailedTwice")
                    .isEqualTo(new KillRounds.Verdict(0, List.of(), List.of(), List.of(), 0, "", List.of()));
        }
    }
}
