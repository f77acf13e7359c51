package net.gatepost.demo;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.account.Desk;
import net.gatepost.account.NewAccount;
import net.gatepost.employer.EmployerRegistrations;
import net.gatepost.employer.Employers;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The demo's people and the employers that they recruit for: all of them in one transaction, or none. */
@Component
@OnlyInDemo
class DemoDesks {

    private final Accounts accounts;
    private final Employers employers;
    private final EmployerRegistrations registrations;
    private final TransactionTemplate transaction;

    final List<DemoPerson> people = DemoPerson.all();
    final List<DemoEmployer> all = DemoEmployer.all(people);

    DemoDesks(
            Accounts accounts,
            Employers employers,
            EmployerRegistrations registrations,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.employers = employers;
        this.registrations = registrations;
        this.transaction = transaction;
    }

    /** A recruiter of the demo with the employer that they act for. */
    record HiringDesk(Viewer viewer, UUID employerId) {}

    /** Makes them where there is nobody yet. Answers whether the demo's people are there: somebody else's data is left alone. */
    boolean open(Words words) {
        if (accounts.findByEmail(people.get(0).email()).isPresent()) {
            return true;
        }
        if (!accounts.page(PageRequest.ofSize(1)).isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(status -> {
            accounts.registerAll(people.stream().map(DemoPerson::account).toList());
            registerEmployers(words);
        });
        return true;
    }

    private void registerEmployers(Words words) {
        var known = people.stream().map(person -> person.email().value()).toList();
        var dice = new Dice(0);
        accounts.registerAll(all.stream()
                .filter(employer -> !known.contains(employer.recruiter()))
                .map(employer -> NewAccount.member(
                        words.name(dice), new EmailAddress(employer.recruiter()), DemoPerson.PASSPHRASE, Desk.HIRING))
                .toList());
        for (var employer : verified()) {
            employers.registerVerified(
                    employer.draft(), List.of(viewer(employer).id()));
        }
        registrations.register(viewer(waiting()), waiting().draft());
    }

    /** All employers but one. */
    List<DemoEmployer> verified() {
        return all.subList(0, all.size() - 1);
    }

    /** The employer that nobody has decided on. */
    DemoEmployer waiting() {
        return all.get(all.size() - 1);
    }

    HiringDesk desk(DemoEmployer employer) {
        var viewer = viewer(employer);
        return new HiringDesk(viewer, employers.actingFor(viewer).get(0).id());
    }

    private Viewer viewer(DemoEmployer employer) {
        return viewer(new EmailAddress(employer.recruiter()), Role.MEMBER, Role.RECRUITER);
    }

    Viewer viewer(EmailAddress email, Role... roles) {
        var member = accounts.findByEmail(email).orElse(null);
        Objects.requireNonNull(member, "The demo has lost one of its people: delete the data folder to start afresh.");
        return new Viewer(member.id(), member.name(), Set.of(roles));
    }
}
