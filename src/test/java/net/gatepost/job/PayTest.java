package net.gatepost.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "142,000 | 14200000",
                "142000 | 14200000",
                "$142,000 | 14200000",
                "US$ 142,000.50 | 14200050",
                "68.5 | 6850",
                "£68.50 | 6850",
                "142k | 14200000",
                "142.5K | 14250000",
                "1,234,567 | 123456700",
                "0.01 | 1",
                "10000000 | 1000000000",
            })
    void anAmountIsReadAsPeopleTypeIt(String typed, long minor) {
        assertThat(Pay.parseAmount(typed)).contains(minor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-5",
                "0",
                "0.00",
                "1,42,000",
                "142.000,00",
                "1.234",
                "12k5",
                "ten",
                "1e9",
                "10000000.01",
                "99999999999999999999",
                "NaN",
                "٤٢"
            })
    void whatIsNoAmountIsNone(String typed) {
        assertThat(Pay.parseAmount(typed)).isEmpty();
    }

    @Test
    void aRangeIsShownAsItWasGiven() {
        assertThat(new Pay(142_000_00, 178_000_00, Pay.USD, PayPeriod.YEAR).range())
                .isEqualTo("$142,000 – $178,000");
        assertThat(new Pay(68_50, 75_00, Pay.USD, PayPeriod.HOUR).range()).isEqualTo("$68.50 – $75.00");
        assertThat(new Pay(50_000_00, 50_000_00, Currency.getInstance("GBP"), PayPeriod.YEAR).range())
                .isEqualTo("£50,000");
    }

    @Test
    void anHourIsComparedByAYearOf2080() {
        var pay = new Pay(50_00, 60_00, Pay.USD, PayPeriod.HOUR);

        assertThat(pay.yearlyMin()).isEqualTo(104_000_00);
        assertThat(pay.yearlyMax()).isEqualTo(124_800_00);
    }

    @Test
    void aFormShowsAnAmountThatItReadsAgain() {
        assertThat(Pay.formatAmount(14_200_000)).isEqualTo("142000");
        assertThat(Pay.formatAmount(6_850)).isEqualTo("68.50");
        assertThat(Pay.parseAmount(Pay.formatAmount(6_805))).contains(6_805L);
    }

    @Test
    void aRangeIsNeverReversedOrEmpty() {
        assertThatThrownBy(() -> new Pay(2, 1, Pay.USD, PayPeriod.YEAR)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Pay(0, 1, Pay.USD, PayPeriod.YEAR)).isInstanceOf(IllegalArgumentException.class);
    }
}
