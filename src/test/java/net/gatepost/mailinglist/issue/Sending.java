package net.gatepost.mailinglist.issue;

import java.util.Set;
import java.util.UUID;
import net.gatepost.TestClock;
import net.gatepost.mail.MassMails;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.Suppressions;
import net.gatepost.mailinglist.Topic;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes issues and sends them as the work that waits would, through another mail server than the site's. */
public class Sending {

    private static final int PER_MINUTE = 600;

    private final ListableBeanFactory house;
    private final Viewer administrator;
    private final Delivery delivery;

    public Sending(ListableBeanFactory house, UUID administratorId, MassMails server) {
        this(house, administratorId, server, PER_MINUTE);
    }

    Sending(ListableBeanFactory house, UUID administratorId, MassMails server, int perMinute) {
        this.house = house;
        this.administrator = new Viewer(administratorId, "Avery", Set.of(Role.ADMINISTRATOR));
        this.delivery = new Delivery(
                house.getBean(IssueRepository.class),
                house.getBean(Deliveries.class),
                house.getBean(IssueWords.class),
                server,
                house.getBean(Suppressions.class),
                house.getBean(TransactionTemplate.class),
                house.getBean(TestClock.class),
                perMinute);
    }

    /** The digest of jobs, with what is new of briefings, as it would be now. */
    public UUID digest() {
        return house.getBean(IssueDigests.class)
                .make(administrator, Topic.JOBS + "_" + Often.WEEKLY, UUID.randomUUID())
                .orElseThrow();
    }

    public UUID write(String subject) {
        return house.getBean(Issues.class)
                .draft(
                        administrator,
                        UUID.randomUUID(),
                        new IssueDraft(Topic.JOBS, null, subject, "Words", Segment.EVERYBODY));
    }

    public void send(UUID issue) {
        begin(issue);
        goOn();
    }

    void begin(UUID issue) {
        var issues = house.getBean(Issues.class);
        issues.schedule(administrator, issue, house.getBean(TestClock.class).instant());
        issues.startDue();
    }

    /** What is due, until nothing is for the moment. */
    void goOn() {
        for (int i = 0; i < 50 && batch(); i++) {
            house.getBean(TestClock.class).advance(Delivery.BATCH);
        }
    }

    boolean batch() {
        return delivery.batch().isPresent();
    }
}
