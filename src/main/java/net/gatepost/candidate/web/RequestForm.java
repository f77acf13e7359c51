package net.gatepost.candidate.web;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import net.gatepost.candidate.Requests;
import org.jspecify.annotations.Nullable;

/**
 * What a recruiter says when they ask who somebody is.
 *
 * @param employer for which they ask
 */
record RequestForm(
        @Nullable UUID employer,

        @Size(max = Requests.LONGEST_MESSAGE, message = "{candidate.ask.long}") @Nullable
        String message) {

    @Nullable
    String words() {
        return message == null || message.isBlank() ? null : message.strip();
    }
}
