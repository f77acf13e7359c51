package net.gatepost.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.gatepost.spill.SpillGuard;

/** How long the spill guard looks at 100,000 characters: at ordinary words, and at what would hurt a careless pattern. */
final class SpillBench {

    private static final int LENGTH = 100_000;
    private static final int ROUNDS = 200;
    private static final int WARM_UP = 100;

    private final SpillGuard guard = new SpillGuard();

    private SpillBench() {}

    public static void main(String[] arguments) throws IOException {
        new SpillBench().run();
    }

    private void run() throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("an advertisement", filled("""
                Gatepost Systems seeks a network engineer with an active Top Secret clearance and SCI eligibility. You will run
                the enclave of a customer in Huntsville, AL, write its plans, and answer to the ISSM. Pay: $118,000 to $150,000.

                """));
        texts.put("capital letters", filled("TOP OF SECRETARY AND CONTROLS / "));
        texts.put("one letter", filled("T"));
        texts.put("slashes", filled("//"));
        texts.put("brackets", filled("(S"));
        texts.put("digits", filled("123-45-"));
        texts.put("entities", filled("&amp;&#84;"));
        texts.put("invisible characters", filled("T\u200bO\u00adP "));
        texts.put("line ends", filled("\n \r\n"));
        texts.put("nearly an authority block", filled("Classified By Derived From "));
        var figures = new Figures("spill");
        int found = 0;
        for (var text : texts.entrySet()) {
            double[] millis = new double[ROUNDS];
            for (int round = -WARM_UP; round < ROUNDS; round++) {
                long began = System.nanoTime();
                found += guard.inspect(text.getValue()).kinds().size();
                if (round >= 0) {
                    millis[round] = (System.nanoTime() - began) / 1e6;
                }
            }
            Arrays.sort(millis);
            figures.with(text.getKey() + ", median ms", millis[ROUNDS / 2]);
        }
        figures.with("characters", LENGTH).with("markings seen in all", found).tell();
    }

    private static String filled(String part) {
        return part.repeat(LENGTH / part.length() + 1).substring(0, LENGTH);
    }
}
