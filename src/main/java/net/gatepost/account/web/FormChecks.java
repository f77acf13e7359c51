package net.gatepost.account.web;

import java.util.List;
import java.util.Optional;
import net.gatepost.account.PassphraseRules;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** What annotations on a form can't say: whether an address is one, and whether a passphrase may be chosen. */
@Component
class FormChecks {

    private final PassphraseRules rules;

    FormChecks(PassphraseRules rules) {
        this.rules = rules;
    }

    /** The address, or empty with the field refused. */
    Optional<EmailAddress> address(@Nullable String typed, String field, Errors errors) {
        if (typed == null || typed.isBlank()) {
            errors.rejectValue(field, "account.email.missing");
            return Optional.empty();
        }
        var address = EmailAddress.parse(typed);
        if (address.isEmpty()) {
            errors.rejectValue(field, "account.email.wrong");
        }
        return address;
    }

    /** @param about what others know of the person who chooses it */
    void newPassphrase(@Nullable String typed, String field, List<String> about, Errors errors) {
        if (typed == null || typed.isEmpty()) {
            errors.rejectValue(field, "passphrase.missing");
            return;
        }
        rules.weaknessOf(typed, about)
                .ifPresent(weakness -> errors.rejectValue(
                        field,
                        weakness.message(),
                        new Object[] {PassphraseRules.MIN_LENGTH, PassphraseRules.MAX_LENGTH},
                        null));
    }
}
