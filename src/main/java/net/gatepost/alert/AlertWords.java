package net.gatepost.alert;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import net.gatepost.job.web.KeptSearches.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * What a mail, and a page that needs no sign-in, calls a saved search: by its words and filters, but never by what its
 * member holds or qualifies for, nor by the clearance that they look for, from which that could be guessed. Its name
 * stays out as well: people write there what they like.
 */
@Component
class AlertWords {

    private static final Set<String> OF_THE_PERSON = Set.of("holds", "qualify");

    private final MessageSource messages;

    AlertWords(MessageSource messages) {
        this.messages = messages;
    }

    /** "radar · Within 50 miles of Denver, CO · the clearance you look for". */
    String label(KeptSearch search) {
        if (search.parts().isEmpty()) {
            return text("alert.search.everything");
        }
        List<String> said = search.parts().stream()
                .map(this::said)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return said.isEmpty() ? text("alert.mail.search.unnamed") : String.join(" · ", said);
    }

    private @Nullable String said(Part part) {
        if (OF_THE_PERSON.contains(part.parameter())) {
            return null;
        }
        return switch (part.parameter()) {
            case "clearance" -> text("alert.mail.part.clearance");
            case "polygraph" -> text("alert.mail.part.polygraph");
            default -> part.label();
        };
    }

    private String text(String key) {
        return messages.getMessage(key, null, Locale.US);
    }
}
