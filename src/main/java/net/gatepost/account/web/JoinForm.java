package net.gatepost.account.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.gatepost.account.Desk;
import net.gatepost.account.NewAccount;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What a person types to join. */
record JoinForm(
        @NotBlank(message = "{account.name.missing}")
        @Size(max = 100, message = "{account.name.too-long}")
        @PersonName
        @Nullable
        String name,

        @Nullable String email,
        @Nullable String passphrase,

        @NotNull(message = "{join.desk.missing}")
        @Pattern(regexp = "MEMBER|HIRING", message = "{join.desk.missing}")
        @Nullable
        String desk,

        @NotNull(message = "{join.terms.missing}") @AssertTrue(message = "{join.terms.missing}") @Nullable
        Boolean terms) {

    static JoinForm empty() {
        return new JoinForm(null, null, null, Desk.MEMBER.name(), false);
    }

    List<String> about() {
        return Stream.of(name, email).filter(Objects::nonNull).toList();
    }

    /** Once the form was found in order. */
    NewAccount toAccount(EmailAddress address) {
        return NewAccount.member(
                requireNonNull(name).strip(), address, requireNonNull(passphrase), Desk.valueOf(requireNonNull(desk)));
    }

    /** Without the passphrase: the framework logs forms where it is told to trace. */
    @Override
    public String toString() {
        return "JoinForm";
    }
}
