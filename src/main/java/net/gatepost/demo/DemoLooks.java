package net.gatepost.demo;

import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Ledger;
import net.gatepost.candidate.Looks;
import net.gatepost.candidate.Requests;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Two employers that looked at the demo's job seeker, and one of them asks who that is. */
@Component
@OnlyInDemo
class DemoLooks {

    private static final EmailAddress CASEY = new EmailAddress("casey@demo.example");
    private static final String QUESTION =
            "We build for analysts near Fort Meade and need somebody who has led a team. May I tell you more?";

    private final DemoDesks desks;
    private final Candidates candidates;
    private final Looks looks;
    private final Requests requests;
    private final Ledger ledger;

    DemoLooks(DemoDesks desks, Candidates candidates, Looks looks, Requests requests, Ledger ledger) {
        this.desks = desks;
        this.candidates = candidates;
        this.looks = looks;
        this.requests = requests;
        this.ledger = ledger;
    }

    /** All of it or, after a kill, nothing yet. */
    @Transactional
    public void bringIn() {
        var casey = desks.viewer(CASEY, Role.MEMBER);
        if (ledger.count(casey) > 0) {
            return;
        }
        var handle = candidates.handleOf(casey).orElseThrow();
        var first = desks.desk(desks.verified().get(1));
        var second = desks.desk(desks.verified().get(2));
        looks.found(first.viewer(), first.employerId(), handle);
        looks.found(second.viewer(), second.employerId(), handle);
        requests.ask(second.viewer(), second.employerId(), handle, QUESTION);
    }
}
