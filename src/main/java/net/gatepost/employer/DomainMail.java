package net.gatepost.employer;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mail.Mails;
import net.gatepost.web.NotFound;
import net.gatepost.web.SignedLinks;
import net.gatepost.web.Viewer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether mail at an employer's own domain reaches one of its recruiters: by the address that they sign in with, or by one
 * that they confirm for this alone. No employer is verified without it.
 */
@Service
@Transactional
public class DomainMail {

    private static final String PURPOSE = "employer-mail";
    private static final int MOST_PROOFS = 1_000;

    private final EmployerRepository employers;
    private final RecruiterRepository recruiters;
    private final MailProofRepository proofs;
    private final Accounts accounts;
    private final SignedLinks links;
    private final Mails mails;
    private final Audit audit;
    private final Clock clock;

    DomainMail(
            EmployerRepository employers,
            RecruiterRepository recruiters,
            MailProofRepository proofs,
            Accounts accounts,
            SignedLinks links,
            Mails mails,
            Audit audit,
            Clock clock) {
        this.employers = employers;
        this.recruiters = recruiters;
        this.proofs = proofs;
        this.accounts = accounts;
        this.links = links;
        this.mails = mails;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Mails a link to an address at the employer's domain.
     *
     * @throws NotFound unless the viewer recruits for it
     * @throws TeamRefused if the address is elsewhere
     */
    public void ask(Viewer viewer, UUID employerId, EmailAddress email) {
        var employer = employers.findActedForBy(employerId, viewer.id()).orElseThrow(NotFound::new);
        if (!employer.toDraft().domain().isHomeOf(email)) {
            throw new TeamRefused("employer.mail-proof.elsewhere");
        }
        var now = clock.instant();
        var proof = proofs.findByEmployerIdAndAccountIdAndEmail(employerId, viewer.id(), email.value())
                .orElseGet(() -> new MailProof(employerId, viewer.id(), email, now));
        if (proof.isConfirmed()) {
            return;
        }
        proof.askAgain(now);
        try {
            proofs.saveAndFlush(proof);
        } catch (DataIntegrityViolationException twice) {
            return; // the same form, sent twice at once: the other one mails
        }
        mails.send(Mails.Letter.of(
                        "employer/mail-proof",
                        email,
                        Map.of("employer", employer.toView(), "token", links.tokenFor(PURPOSE, proof.id())))
                .subjectArguments(employer.name()));
    }

    /** What a link is about, to the one who asked for it. */
    public record Asked(EmployerView employer, String email) {

        @Override
        public String toString() {
            return "Asked[withheld]";
        }
    }

    /** Empty for anybody else, and when its time is over. */
    @Transactional(readOnly = true)
    public Optional<Asked> find(Viewer viewer, String token) {
        return open(viewer, token)
                .flatMap(proof -> employers
                        .findActedForBy(proof.employerId(), viewer.id())
                        .map(employer ->
                                new Asked(employer.toView(), proof.email().value())));
    }

    /** @throws NotFound for anybody but the one who asked, and when its time is over */
    public void confirm(Viewer viewer, String token) {
        var proof = open(viewer, token).orElseThrow(NotFound::new);
        if (!proof.isConfirmed()) {
            proof.confirm(clock.instant());
            audit.record(viewer.id(), "employer.mail-confirmed", EmployerDecisions.SUBJECT, proof.employerId(), "");
        }
    }

    /** Those of these employers that have it. */
    @Transactional(readOnly = true)
    public Set<UUID> confirmedAmong(Collection<UUID> employerIds) {
        return addresses(employers.findByIdIn(employerIds)).keySet();
    }

    /** The addresses at its domain that reach its recruiters, in order. */
    List<String> addressesOf(Employer employer) {
        return List.copyOf(addresses(List.of(employer)).getOrDefault(employer.id(), new TreeSet<>()));
    }

    /** By employer; one that has none is absent. */
    private Map<UUID, SortedSet<String>> addresses(List<Employer> all) {
        var domains = all.stream()
                .filter(employer -> !FreeMail.isAt(employer.toDraft().domain()))
                .collect(toMap(Employer::id, employer -> employer.toDraft().domain()));
        var reached = new HashMap<UUID, SortedSet<String>>();
        if (domains.isEmpty()) {
            return reached;
        }
        var recruiting = recruiters.findByEmployerIdIn(domains.keySet(), Limit.of(MOST_PROOFS));
        var contacts = accounts.contacts(
                recruiting.stream().map(Recruiter::accountId).distinct().toList());
        recruiting.stream()
                .filter(recruiter -> contacts.containsKey(recruiter.accountId()))
                .forEach(recruiter -> add(
                        reached,
                        domains,
                        recruiter.employerId(),
                        requireNonNull(contacts.get(recruiter.accountId())).email()));
        proofs.confirmedOf(domains.keySet(), Limit.of(MOST_PROOFS))
                .forEach(proof -> add(reached, domains, proof.employerId(), proof.email()));
        return reached;
    }

    private static void add(
            Map<UUID, SortedSet<String>> reached, Map<UUID, Domain> domains, UUID employerId, EmailAddress address) {
        if (requireNonNull(domains.get(employerId)).isHomeOf(address)) {
            reached.computeIfAbsent(employerId, none -> new TreeSet<>()).add(address.value());
        }
    }

    private Optional<MailProof> open(Viewer viewer, String token) {
        return links.read(PURPOSE, token)
                .flatMap(proofs::findById)
                .filter(proof -> proof.accountId().equals(viewer.id()))
                .filter(proof -> recruiters.existsByEmployerIdAndAccountId(proof.employerId(), viewer.id()))
                .filter(proof -> proof.isOpen(clock.instant()));
    }
}
