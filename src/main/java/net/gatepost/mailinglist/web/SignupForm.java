package net.gatepost.mailinglist.web;

import jakarta.validation.constraints.NotBlank;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Topic;
import org.jspecify.annotations.Nullable;

/**
 * The form to join, on the list's own page and in the foot of every other.
 *
 * @param briefings how often they come; the form in the foot does not ask
 * @param website a field that people do not see; what fills it in is a machine
 * @param form {@code page} on the list's own page, whose words differ from those in the foot
 */
record SignupForm(
        @NotBlank(message = "{mailinglist.email.missing}") @Nullable
        String email,

        @Nullable Set<String> topics,
        @Nullable String briefings,
        @Nullable String website,
        @Nullable String form) {

    static SignupForm empty() {
        return new SignupForm(
                "",
                Arrays.stream(Topic.values()).map(Topic::name).collect(Collectors.toSet()),
                Often.WEEKLY.name(),
                "",
                "page");
    }

    String typedEmail() {
        return email == null ? "" : email;
    }

    Set<String> chosenTopics() {
        return topics == null ? Set.of() : topics;
    }

    boolean isFilledByMachine() {
        return website != null && !website.isEmpty();
    }

    boolean isOnPage() {
        return "page".equals(form);
    }
}
