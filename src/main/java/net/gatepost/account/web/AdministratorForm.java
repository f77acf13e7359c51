package net.gatepost.account.web;

import static java.util.Objects.requireNonNull;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import net.gatepost.account.Desk;
import net.gatepost.account.NewAccount;
import net.gatepost.mail.EmailAddress;
import org.jspecify.annotations.Nullable;

/** What the first administrator types. */
record AdministratorForm(
        @NotBlank(message = "{account.name.missing}")
        @Size(max = 100, message = "{account.name.too-long}")
        @PersonName
        @Nullable
        String name,

        @Nullable String email,
        @Nullable String passphrase) {

    static AdministratorForm empty() {
        return new AdministratorForm(null, null, null);
    }

    List<String> about() {
        return Stream.of(name, email).filter(Objects::nonNull).toList();
    }

    NewAccount toAccount(EmailAddress address) {
        return new NewAccount(requireNonNull(name).strip(), address, requireNonNull(passphrase), Desk.MEMBER, true);
    }

    @Override
    public String toString() {
        return "AdministratorForm";
    }
}
