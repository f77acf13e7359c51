package net.gatepost.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Sort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an administrator does with accounts: finding one, disabling it, ending its sessions, making it an editor's. Nothing here tells a passphrase, a
 * profile or a résumé, and whose page was opened is in the audit trail.
 */
@Service
@Transactional
public class PeopleDesk {

    public static final int PAGE_SIZE = 25;

    /** In characters. */
    static final int LEAST = 3;

    private final AccountRepository accounts;
    private final JdbcClient database;
    private final Mails mails;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PeopleDesk(
            AccountRepository accounts,
            JdbcClient database,
            Mails mails,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.accounts = accounts;
        this.database = database;
        this.mails = mails;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** It can't be done. Carries the key of a sentence that says why. */
    public static class Refused extends RuntimeException {
        Refused(String messageKey) {
            super(messageKey, null, false, false);
        }

        public String messageKey() {
            return String.valueOf(getMessage());
        }
    }

    /** Where somebody is signed in. */
    public record Session(Instant since, Instant last) {}

    /**
     * Those of that id or address, or whose name begins so. Nobody where less is typed than {@value #LEAST}: this is for finding
     * somebody who is known, not for reading who is here.
     *
     * @param page counts from 1
     */
    @Transactional(readOnly = true)
    public Page<Member> find(String typed, int page) {
        var wanted = PageRequest.of(page - 1, PAGE_SIZE, Sort.by(Sort.Direction.DESC, "joinedAt", "id"));
        String words = typed.strip();
        Optional<UUID> id = id(words);
        if (id.isPresent()) {
            return accounts.findById(id.get(), wanted).map(Member::of);
        }
        if (words.contains("@")) {
            return accounts.findByEmail(words.toLowerCase(Locale.ROOT), wanted).map(Member::of);
        }
        return words.length() < LEAST
                ? Page.empty(wanted)
                : accounts.findByNameStartingWith(words, wanted).map(Member::of);
    }

    private static Optional<UUID> id(String typed) {
        try {
            return typed.length() == 36 ? Optional.of(UUID.fromString(typed)) : Optional.empty();
        } catch (IllegalArgumentException nonsense) {
            return Optional.empty();
        }
    }

    /**
     * Opens somebody's page, which the audit trail keeps.
     *
     * @throws NotFound when there is none such
     */
    public Member open(Viewer viewer, UUID id) {
        var account = accounts.findById(id).orElseThrow(NotFound::new);
        audit.record(viewer.id(), "account.looked-at", AccountData.SUBJECT, id, "");
        return Member.of(account);
    }

    @Transactional(readOnly = true)
    public List<Session> sessions(UUID id) {
        return database.sql("""
                        select creation_time, last_access_time from spring_session
                        where principal_name = ? order by last_access_time desc fetch first 50 rows only""")
                .param(id.toString())
                .query((row, number) ->
                        new Session(Instant.ofEpochMilli(row.getLong(1)), Instant.ofEpochMilli(row.getLong(2))))
                .list();
    }

    /**
     * Keeps somebody out from their next request on, and mails them why. Does nothing to one who is.
     *
     * @throws Refused for oneself, and for the last administrator
     */
    public void disable(Viewer viewer, UUID id, String reason) {
        if (id.equals(viewer.id())) {
            throw new Refused("people.refused.self");
        }
        var administrators = accounts.lockAdministrators();
        var account = accounts.lockById(id).orElseThrow(NotFound::new);
        if (account.isDisabled()) {
            return;
        }
        boolean last = account.isAdministrator()
                && administrators.stream().allMatch(other -> other.id().equals(id) || other.isDisabled());
        if (last) {
            throw new Refused("people.refused.last");
        }
        account.disable(clock.instant());
        events.publishEvent(new AccountDisabled(id));
        endAll(id);
        audit.record(viewer.id(), "account.disabled", AccountData.SUBJECT, id, reason);
        tell(account.email(), "account/mail-disabled", reason);
    }

    /** Lets somebody in again. */
    public void enable(Viewer viewer, UUID id, String reason) {
        var account = accounts.lockById(id).orElseThrow(NotFound::new);
        if (account.isDisabled()) {
            account.enable();
            events.publishEvent(new AccountEnabled(id));
            audit.record(viewer.id(), "account.enabled", AccountData.SUBJECT, id, reason);
            tell(account.email(), "account/mail-enabled", reason);
        }
    }

    /** Lets somebody write briefings, and see nothing else of the desk. Does nothing for one who may. */
    public void makeEditor(Viewer viewer, UUID id) {
        var account = accounts.lockById(id).orElseThrow(NotFound::new);
        if (!account.isEditor()) {
            account.makeEditor();
            audit.record(viewer.id(), "account.editor-made", AccountData.SUBJECT, id, "");
        }
    }

    /** Does nothing for one who is no editor. */
    public void endEditing(Viewer viewer, UUID id) {
        var account = accounts.lockById(id).orElseThrow(NotFound::new);
        if (account.isEditor()) {
            account.endEditing();
            audit.record(viewer.id(), "account.editor-ended", AccountData.SUBJECT, id, "");
        }
    }

    /** Wherever they are signed in, they have to sign in again. */
    public void endSessions(Viewer viewer, UUID id) {
        if (!accounts.existsById(id)) {
            throw new NotFound();
        }
        endAll(id);
        audit.record(viewer.id(), "account.sessions-ended", AccountData.SUBJECT, id, "");
    }

    private void endAll(UUID id) {
        database.sql("delete from spring_session where principal_name = ?")
                .param(id.toString())
                .update();
    }

    private void tell(EmailAddress address, String template, String reason) {
        mails.send(Mails.Letter.of(template, address, Map.of("reason", reason)));
    }
}
