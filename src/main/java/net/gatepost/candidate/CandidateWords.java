package net.gatepost.candidate;

import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.Finding;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words for what a profile holds: from the messages, the catalogue of clearances and the list of certifications. */
@Component
class CandidateWords {

    private static final Locale LOCALE = Locale.ENGLISH;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", LOCALE);

    private final MessageSource messages;
    private final ClearanceCatalogue catalogue;
    private final CertificationList certifications = CertificationList.shipped();

    CandidateWords(MessageSource messages, ClearanceCatalogue catalogue) {
        this.messages = messages;
        this.catalogue = catalogue;
    }

    ClearanceCatalogue catalogue() {
        return catalogue;
    }

    CertificationList certifications() {
        return certifications;
    }

    String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LOCALE);
    }

    String finding(Finding finding) {
        return finding.text(LOCALE, this::message);
    }

    String month(YearMonth month) {
        return MONTH.format(month);
    }

    @Nullable
    String country(@Nullable String code) {
        return code == null
                ? null
                : new Locale.Builder().setRegion(code).build().getDisplayCountry(LOCALE);
    }
}
