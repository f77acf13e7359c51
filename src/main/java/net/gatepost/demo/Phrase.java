package net.gatepost.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A sentence with choices and gaps, as the files of the demo write it: in "(Two|Three) days in {place}" one of the two is
 * said, and the gap is filled. Parentheses without a bar stand for themselves.
 */
final class Phrase {

    private static final Pattern MARKED = Pattern.compile("\\(([^()|]*(?:\\|[^()|]*)+)\\)|\\{([a-z]+)}");

    private sealed interface Part {}

    private record Text(String text) implements Part {}

    private record Choice(List<String> texts) implements Part {}

    private record Gap(String name) implements Part {}

    private final List<Part> parts = new ArrayList<>();

    Phrase(String source) {
        var marked = MARKED.matcher(source);
        int from = 0;
        while (marked.find()) {
            parts.add(new Text(source.substring(from, marked.start())));
            String choice = marked.group(1);
            parts.add(choice == null ? new Gap(marked.group(2)) : new Choice(List.of(choice.split("\\|", -1))));
            from = marked.end();
        }
        parts.add(new Text(source.substring(from)));
    }

    /** @throws IllegalArgumentException when nothing is known to fill a gap with */
    String say(Dice dice, Map<String, String> gaps) {
        var said = new StringBuilder();
        for (Part part : parts) {
            if (part instanceof Choice choice) {
                said.append(dice.of(choice.texts()));
            } else if (part instanceof Gap gap) {
                String filling = gaps.get(gap.name());
                if (filling == null) {
                    throw new IllegalArgumentException("Nothing fills the gap {" + gap.name() + "}");
                }
                said.append(filling);
            } else if (part instanceof Text text) {
                said.append(text.text());
            }
        }
        return said.toString();
    }
}
