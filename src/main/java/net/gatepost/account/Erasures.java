package net.gatepost.account;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.account.PersonalData.Hindrance;
import net.gatepost.audit.Audit;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Erases a person: everything that every module keeps about them, in one transaction, or nothing. */
@Service
public class Erasures {

    /** Notes outside the database, once it is committed, who was erased; its instance is the account. */
    static final TaskDescriptor<Void> NOTE = TaskDescriptor.of("erasure-note");

    private final List<PersonalData> kept;
    private final AccountRepository accounts;
    private final Audit audit;
    private final Mails mails;
    private final SiteAddress site;
    private final EntityManager persistence;
    private final Races races;
    private final SchedulerClient waitingWork;
    private final Clock clock;

    Erasures(
            List<PersonalData> kept,
            AccountRepository accounts,
            Audit audit,
            Mails mails,
            SiteAddress site,
            EntityManager persistence,
            Races races,
            SchedulerClient waitingWork,
            Clock clock) {
        this.kept = kept;
        this.accounts = accounts;
        this.audit = audit;
        this.mails = mails;
        this.site = site;
        this.persistence = persistence;
        this.races = races;
        this.waitingWork = waitingWork;
        this.clock = clock;
    }

    /** What the viewer has to settle before they can be erased; empty if nothing. */
    @Transactional
    public List<Hindrance> hindrances(Viewer viewer) {
        return hindrances(viewer.id());
    }

    /**
     * Erases the viewer, once however often it is asked for. What they write at the same moment either commits before and
     * is erased as well, or fails.
     *
     * @return what hinders it; empty if the viewer is erased
     */
    public List<Hindrance> erase(Confirmed confirmed) {
        return races.decide(() -> eraseOnce(confirmed.viewer().id()));
    }

    private List<Hindrance> eraseOnce(UUID id) {
        var account = accounts.lockById(id).orElse(null);
        if (account == null) {
            return List.of();
        }
        var hindrances = hindrances(id);
        if (!hindrances.isEmpty()) {
            return hindrances;
        }
        var address = account.email();
        eraseAll(id);
        waitingWork.scheduleIfNotExists(NOTE.instance(id.toString()).scheduledTo(clock.instant()));
        mails.send(Letter.of("account/mail-erased", address, Map.of("join", site.link("/join"))));
        return List.of();
    }

    /**
     * Erases who was erased already and is back with a restored database, whatever hinders it: it was settled once. They know, so
     * no mail is sent.
     *
     * @return what is to be settled now by somebody else; nothing if there is no such account
     */
    Optional<List<Hindrance>> eraseAgain(UUID id) {
        return races.decide(() -> accounts.lockById(id).map(account -> {
            var hindrances = hindrances(id);
            eraseAll(id);
            return hindrances;
        }));
    }

    private void eraseAll(UUID id) {
        audit.record(id, "account.erased", AccountData.SUBJECT, id, "");
        for (var data : kept) {
            data.erase(id);
            // Before the next one deletes what this one's rows point at.
            persistence.flush();
        }
    }

    private List<Hindrance> hindrances(UUID id) {
        return kept.stream().flatMap(data -> data.hindrances(id).stream()).toList();
    }
}
