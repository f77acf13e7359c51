package net.gatepost.employer.web;

import java.util.Optional;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * Whom an owner asks to recruit.
 *
 * @param role {@code owner}; anything else is a recruiter
 */
record InvitationForm(@Nullable String email, @Nullable String role) {

    static final String OWNER = "owner";

    static InvitationForm empty() {
        return new InvitationForm(null, "recruiter");
    }

    Optional<EmailAddress> address(Errors errors) {
        if (email == null || email.isBlank()) {
            errors.rejectValue("email", "team.email.missing");
            return Optional.empty();
        }
        var address = EmailAddress.parse(email);
        if (address.isEmpty()) {
            errors.rejectValue("email", "team.email.wrong");
        }
        return address;
    }

    boolean asOwner() {
        return OWNER.equals(role);
    }
}
