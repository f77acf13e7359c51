package net.gatepost.job.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleTest {

    @Test
    void aboutOneListingInSixteenIsOfTheSampleAndAlwaysTheSame() {
        var ids =
                Stream.generate(UuidCreator::getTimeOrderedEpoch).limit(16_000).toList();

        assertThat(ids.stream().filter(Sample::has).count()).isBetween(800L, 1_200L);
        assertThat(ids.stream().filter(Sample::has))
                .containsExactlyElementsOf(ids.stream()
                        .map(id -> UUID.fromString(id.toString()))
                        .filter(Sample::has)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 16", "6, 96", "7, 110", "625, 10000", "62431, 1000000", "59000, 940000"})
    void anEstimateHasTwoDigits(long counted, long about) {
        assertThat(Sample.about(counted)).isEqualTo(about);
    }
}
