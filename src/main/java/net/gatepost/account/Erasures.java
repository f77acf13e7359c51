package net.gatepost.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
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

    private final List<PersonalData> kept;
    private final AccountRepository accounts;
    private final Audit audit;
    private final Mails mails;
    private final SiteAddress site;
    private final EntityManager persistence;
    private final Races races;

    Erasures(
            List<PersonalData> kept,
            AccountRepository accounts,
            Audit audit,
            Mails mails,
            SiteAddress site,
            EntityManager persistence,
            Races races) {
        this.kept = kept;
        this.accounts = accounts;
        this.audit = audit;
        this.mails = mails;
        this.site = site;
        this.persistence = persistence;
        this.races = races;
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
        audit.record(id, "account.erased", AccountData.SUBJECT, id, "");
        for (var data : kept) {
            data.erase(id);
            // Before the next one deletes what this one's rows point at.
            persistence.flush();
        }
        mails.send(Letter.of("account/mail-erased", address, Map.of("join", site.link("/join"))));
        return List.of();
    }

    private List<Hindrance> hindrances(UUID id) {
        return kept.stream().flatMap(data -> data.hindrances(id).stream()).toList();
    }
}
