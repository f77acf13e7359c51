package net.gatepost.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToIntFunction;

/** Chance that falls the same with every start: a seed for the demo, and from it one sequence for each thing that is made. */
final class Dice {

    private static final long SEED = 0x6761_7465_706f_7374L;
    private static final long STRIDE = 0xD1B5_4A32_D192_ED03L;

    private final SplittableRandom random;

    Dice(long number) {
        this.random = new SplittableRandom(SEED ^ (number + 1) * STRIDE);
    }

    /** From {@code least} to {@code most}, both of them included. */
    int between(int least, int most) {
        return random.nextInt(least, most + 1);
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    boolean percent(int chance) {
        return random.nextInt(100) < chance;
    }

    <T> T of(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    <T> T weighted(List<T> all, ToIntFunction<T> weight) {
        int left = random.nextInt(all.stream().mapToInt(weight).sum());
        for (T one : all) {
            left -= weight.applyAsInt(one);
            if (left < 0) {
                return one;
            }
        }
        throw new IllegalStateException("weights that change while they are summed");
    }

    /** That many different ones, in any order; all of them where there are no more. */
    <T> List<T> some(List<T> all, int count) {
        List<T> left = new ArrayList<>(all);
        int most = Math.min(count, left.size());
        for (int i = 0; i < most; i++) {
            Collections.swap(left, i, random.nextInt(i, left.size()));
        }
        return List.copyOf(left.subList(0, most));
    }
}
