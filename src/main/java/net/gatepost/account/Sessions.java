package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where somebody is signed in: told to them, ended by them, and mailed where it is a device that they have not used lately. Session
 * ids let in whoever has them, so a page knows a session by a hash.
 */
@Service
@Transactional
public class Sessions {

    private static final String DEVICE = Sessions.class.getName() + ".device";
    private static final int MOST_SHOWN = 50;

    private final FindByIndexNameSessionRepository<? extends Session> sessions;
    private final AccountRepository accounts;
    private final JdbcClient database;
    private final Mails mails;
    private final SiteAddress site;
    private final Audit audit;
    private final Clock clock;

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> sessions,
            AccountRepository accounts,
            JdbcClient database,
            Mails mails,
            SiteAddress site,
            Audit audit,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.database = database;
        this.mails = mails;
        this.site = site;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One session.
     *
     * @param handle what a page knows it by
     * @param isHere whether it is the one that asks
     */
    public record Place(String handle, String device, Instant since, Instant last, boolean isHere) {}

    /** What somebody asks with, in words such as "Firefox on Linux". */
    public static String deviceOf(HttpServletRequest request) {
        return Device.of(request).label();
    }

    /** Notes a sign-in that is complete, and mails its owner of it if the device is new to them. */
    public void begin(UUID accountId, HttpServletRequest request) {
        var device = Device.of(request);
        request.getSession().setAttribute(DEVICE, device.label());
        audit.record(accountId, "account.signed-in", AccountData.SUBJECT, accountId, device.label());
        if (isNewTo(accountId, device)) {
            var account = accounts.findById(accountId).orElseThrow(NotFound::new);
            mails.send(Letter.of(
                    "account/mail-new-device",
                    account.email(),
                    Map.of(
                            "name", account.name(),
                            "device", device.label(),
                            "at", Moments.told(clock.instant()),
                            "link", site.link("/me/security"))));
        }
    }

    /** Not so of the very first one: somebody who has just joined knows it. */
    private boolean isNewTo(UUID accountId, Device device) {
        var now = Timestamp.from(clock.instant());
        int known = database.sql("update known_device set used_at = ? where account_id = ? and device = ?")
                .params(now, accountId, device.label())
                .update();
        if (known == 1) {
            return false;
        }
        boolean first = database.sql("select count(*) from known_device where account_id = ?")
                        .param(accountId)
                        .query(Integer.class)
                        .single()
                == 0;
        int added = database.sql(
                        "insert into known_device (account_id, device, used_at) values (?, ?, ?) on conflict do nothing")
                .params(accountId, device.label(), now)
                .update();
        return added == 1 && !first;
    }

    /** The one that asks first, then the last used first. */
    @Transactional(readOnly = true)
    public List<Place> of(Viewer viewer, HttpServletRequest request) {
        return sessions.findByPrincipalName(viewer.getName()).values().stream()
                .map(session -> place(session, request))
                .sorted(Comparator.comparing(Place::isHere)
                        .thenComparing(Place::last)
                        .reversed())
                .limit(MOST_SHOWN)
                .toList();
    }

    /** Ends one; one that has ended is gone. */
    public void end(Viewer viewer, String handle) {
        sessions.findByPrincipalName(viewer.getName()).keySet().stream()
                .filter(id -> handleOf(id).equals(handle))
                .forEach(sessions::deleteById);
    }

    /** Ends all but the one that asks. */
    public void endOthers(Viewer viewer, HttpServletRequest request) {
        String here = request.getSession().getId();
        sessions.findByPrincipalName(viewer.getName()).keySet().stream()
                .filter(id -> !id.equals(here))
                .forEach(sessions::deleteById);
        audit.record(viewer.id(), "account.sessions-ended", AccountData.SUBJECT, viewer.id(), "");
    }

    /** Answers how many. */
    int forgetDevices(Instant before) {
        return database.sql("delete from known_device where used_at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private static Place place(Session session, HttpServletRequest request) {
        String device = session.getAttribute(DEVICE);
        var here = request.getSession(false);
        return new Place(
                handleOf(session.getId()),
                device == null ? "" : device,
                session.getCreationTime(),
                session.getLastAccessedTime(),
                here != null && here.getId().equals(session.getId()));
    }

    private static String handleOf(String sessionId) {
        return new Secret(sessionId).hash();
    }
}
