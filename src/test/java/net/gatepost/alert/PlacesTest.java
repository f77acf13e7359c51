package net.gatepost.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

    @Test
    void everyPlaceThatTwoBytesTellApartComesBackInItsOrder() {
        var all = IntStream.range(0, Places.MOST).boxed().toList();
        assertThat(Places.unpack(Places.pack(all)))
                .containsExactly(all.stream().mapToInt(Integer::intValue).toArray());
        assertThat(Places.pack(List.of(3, 40_000, 2))).hasSize(6);
    }

    @Test
    void aBatchHasNoMoreListingsThanThereArePlaces() {
        assertThat(Matching.MOST_LISTINGS).isLessThanOrEqualTo(Places.MOST);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Places.MOST})
    void whatIsNoPlaceIsRefused(int place) {
        assertThatThrownBy(() -> Places.pack(List.of(place))).isInstanceOf(IllegalArgumentException.class);
    }
}
