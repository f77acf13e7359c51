package net.gatepost.employer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Set;
import net.gatepost.ModuleTest;
import net.gatepost.account.Accounts;
import net.gatepost.account.People;
import net.gatepost.audit.Audit;
import net.gatepost.mail.Mails;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** Where two administrators decide. */
@ModuleTest
class ApprovalsTest {

    @Autowired
    People people;

    @Autowired
    EmployerRegistrations registrations;

    @Autowired
    Employers employers;

    @Autowired
    TransactionTemplate transaction;

    private EmployerDecisions decisions;
    private EmployerView employer;
    private Viewer recruiter;
    private Viewer avery;
    private Viewer blake;

    @BeforeEach
    void anEmployerWaits(@Autowired ApplicationContext context) {
        decisions = new EmployerDecisions(
                context.getBean(EmployerRepository.class),
                context.getBean(RecruiterRepository.class),
                context.getBean(DomainMail.class),
                context.getBean(LookAlikes.class),
                context.getBean(Accounts.class),
                context.getBean(Audit.class),
                context.getBean(Mails.class),
                (ApplicationEventPublisher) context,
                2,
                context.getBean(Clock.class));
        var draft = EmployerDrafts.any();
        recruiter = viewer(people.withEmail("riley@" + draft.domain()));
        employer = registrations.register(recruiter, draft);
        avery = viewer(people.administrator());
        blake = viewer(people.administrator());
    }

    @Test
    void oneAdministratorAloneVerifiesNobodyHoweverOften() {
        assertThat(verify(avery)).isFalse();
        assertThat(verify(avery)).isFalse();
        assertThat(employers.isVerified(employer.id())).isFalse();
        assertThat(approvals()).isEqualTo(new EmployerEvidence.Approvals(1, 2, true));

        assertThat(verify(blake)).isTrue();
        assertThat(employers.isVerified(employer.id())).isTrue();
    }

    @Test
    void whatWasAcceptedAndThenChangedIsNotAcceptedAnyMore() {
        verify(avery);
        registrations.correct(
                recruiter, employer.id(), now().version(), EmployerDrafts.named("Another " + employer.name()), "");

        assertThat(approvals()).isEqualTo(new EmployerEvidence.Approvals(0, 2, false));
    }

    private boolean verify(Viewer administrator) {
        return transaction.execute(status -> decisions.verify(administrator, employer.id(), now().version()));
    }

    private EmployerEvidence.Approvals approvals() {
        var evidence = transaction.execute(status -> decisions.evidence(avery, employer.id()));
        return evidence.approvals();
    }

    private EmployerView now() {
        return employers.byId(employer.id()).orElseThrow();
    }

    private static Viewer viewer(People.Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }
}
