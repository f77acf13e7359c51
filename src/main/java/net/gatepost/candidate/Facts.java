package net.gatepost.candidate;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.gatepost.candidate.CandidatePage.Fact;
import org.jspecify.annotations.Nullable;

/** Collects labelled values and leaves out what wasn't said. */
final class Facts {

    private final CandidateWords words;
    private final List<Fact> facts = new ArrayList<>();

    Facts(CandidateWords words) {
        this.words = words;
    }

    /** @param label the end of its message's key */
    Facts add(String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(words.message("candidate.fact." + label), value));
        }
        return this;
    }

    Facts add(String label, @Nullable YearMonth month) {
        return add(label, month == null ? null : words.month(month));
    }

    List<Fact> list() {
        return List.copyOf(facts);
    }
}
