package net.gatepost.bench;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

final class Medians {

    private Medians() {}

    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static <T> double of(List<T> runs, ToDoubleFunction<T> figure) {
        return of(runs.stream().mapToDouble(figure).toArray());
    }

    /** Of the ratios of each round. */
    static <T> double ofRatios(List<T> these, List<T> yardstick, ToDoubleFunction<T> figure) {
        return of(IntStream.range(0, these.size())
                .mapToDouble(round -> figure.applyAsDouble(these.get(round)) / figure.applyAsDouble(yardstick.get(round)))
                .toArray());
    }
}
