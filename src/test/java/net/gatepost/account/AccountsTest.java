package net.gatepost.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import net.gatepost.ModuleTest;
import net.gatepost.web.NotFound;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.security.crypto.password.PasswordEncoder;

@ModuleTest
class AccountsTest {

    @Autowired
    Accounts accounts;

    @Autowired
    AccountRepository repository;

    @Autowired
    People people;

    @Autowired
    PasswordEncoder encoder;

    private final Visitor visitor = new Visitor();

    @Test
    void aRegisteredAccountIsFoundByIdAndByAddress() {
        var id = accounts.register("Riley Chen", visitor.email, "cleared for demo only", Desk.HIRING, false);

        var member = accounts.member(id);
        assertThat(member.name()).isEqualTo("Riley Chen");
        assertThat(member.email()).isEqualTo(visitor.email);
        assertThat(member.administrator()).isFalse();
        assertThat(accounts.findByEmail(visitor.email)).contains(member);
        assertThat(accounts.firstDeskOf(id.toString())).isEqualTo(Desk.HIRING);
        assertThat(member.toString()).doesNotContain("Riley", visitor.email.value());
    }

    @Test
    void manyAccountsWithOnePassphraseAreRegisteredInOrderAndCanAllSignIn() {
        var second = new Visitor();
        var ids = accounts.registerAll(List.of(
                NewAccount.member("Casey Moreno", visitor.email, "cleared for demo only", Desk.MEMBER),
                new NewAccount("Avery Okafor", second.email, "cleared for demo only", Desk.MEMBER, true)));

        assertThat(accounts.contacts(ids)).containsOnlyKeys(ids);
        assertThat(accounts.member(ids.get(1)).administrator()).isTrue();
        for (UUID id : ids) {
            assertThat(encoder.matches(
                            "cleared for demo only",
                            repository.findById(id).orElseThrow().passphraseHash()))
                    .isTrue();
        }
    }

    @Test
    void anAddressIsRegisteredOnce() {
        accounts.register("Casey Moreno", visitor.email, "cleared for demo only", Desk.MEMBER, false);

        assertThatThrownBy(() ->
                        accounts.register("Casey Again", visitor.email, "cleared for demo only", Desk.MEMBER, false))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whoIsNotThereIsNotFound() {
        assertThatThrownBy(() -> accounts.member(UUID.randomUUID())).isInstanceOf(NotFound.class);
        assertThat(accounts.contacts(List.of(UUID.randomUUID()))).isEmpty();
        assertThat(accounts.findByEmail(visitor.email)).isEmpty();
    }

    @Test
    void theListIsPaged() {
        people.member();
        people.member();

        var page = accounts.page(PageRequest.of(0, 1, Sort.by("joinedAt").descending()));
        assertThat(page.getContent()).hasSize(1);
        assertThat(page.getTotalElements()).isGreaterThanOrEqualTo(2);
    }
}
