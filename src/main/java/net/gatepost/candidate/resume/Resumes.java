package net.gatepost.candidate.resume;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Looks;
import net.gatepost.candidate.Skills;
import net.gatepost.candidate.resume.Vault.Kind;
import net.gatepost.candidate.resume.reader.CleanResume;
import net.gatepost.candidate.resume.reader.Refusal;
import net.gatepost.candidate.resume.reader.ResumeRefused;
import net.gatepost.web.NotFound;
import net.gatepost.web.RateLimits;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The résumés: one a member, reached by its owner, and by an employer that the owner has let in. */
@Service
public class Resumes {

    /** As long as the column is. */
    private static final int LONGEST_NAME = 100;

    public static final int MOST_MEGABYTES = 5;
    private static final int MOST_BYTES = MOST_MEGABYTES * 1024 * 1024;

    private static final int UPLOADS_AN_HOUR = 20;
    private static final int MOST_SUGGESTED = 24;

    private final ResumeRepository resumes;
    private final Vault vault;
    private final Reading reading;
    private final Skills skills;
    private final Candidates candidates;
    private final Looks looks;
    private final RateLimits limits;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Resumes(
            ResumeRepository resumes,
            Vault vault,
            Reading reading,
            Skills skills,
            Candidates candidates,
            Looks looks,
            RateLimits limits,
            TransactionTemplate transaction,
            Clock clock) {
        this.resumes = resumes;
        this.vault = vault;
        this.reading = reading;
        this.skills = skills;
        this.candidates = candidates;
        this.looks = looks;
        this.limits = limits;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** What the viewer has on file. */
    @Transactional(readOnly = true)
    public Optional<ResumeFacts> onFile(Viewer owner) {
        return resumes.factsOf(owner.id());
    }

    @Transactional(readOnly = true)
    public boolean isOnFile(UUID memberId) {
        return resumes.existsByAccountId(memberId);
    }

    /** The viewer's own. */
    @Transactional(readOnly = true)
    public ResumeDownload ownedBy(Viewer owner) {
        return open(owner.id());
    }

    /**
     * The résumé of a member who let this employer in. The look commits in the ledger before anything is served.
     *
     * @throws NotFound unless the recruiter acts for the employer, it is verified, the member has let it in, and has a
     *     résumé on file; then nothing is entered
     */
    @Transactional
    public ResumeDownload grantedTo(Viewer recruiter, UUID employerId, UUID memberId) {
        looks.grantedResume(recruiter, employerId, memberId);
        return open(memberId);
    }

    /** The words of the viewer's own résumé, pages parted by form feeds. */
    @Transactional(readOnly = true)
    public Optional<String> textOf(Viewer owner) {
        return textOf(owner.id());
    }

    Optional<String> textOf(UUID accountId) {
        return resumes.encryptedTextOf(accountId)
                .map(encrypted ->
                        new String(vault.toRead(accountId).unlock(Kind.TEXT, encrypted), StandardCharsets.UTF_8));
    }

    /**
     * Has the file read in a process of its own, and keeps what was made of it, in place of what was on file. While it is
     * read no connection to the database waits for it.
     *
     * @throws ResumeRefused if it isn't kept; what was on file stays
     * @throws net.gatepost.web.SpillRefused if it holds marked text; likewise
     */
    public void replace(Viewer owner, Upload upload) throws ResumeRefused {
        if (upload.isEmpty()) {
            throw new ResumeRefused(Refusal.EMPTY);
        }
        if (upload.size() > MOST_BYTES) {
            throw new ResumeRefused(Refusal.TOO_LARGE);
        }
        limits.take("resume", owner.getName(), UPLOADS_AN_HOUR, Duration.ofHours(1));
        CleanResume resume = upload.read(reading::read);
        transaction.executeWithoutResult(status -> keep(owner, name(upload, resume), resume));
    }

    /** Takes the place of what was on file. */
    @Transactional
    void keep(Viewer owner, String name, CleanResume resume) {
        var compartment = vault.toChange(owner.id());
        resumes.deleteOf(owner.id());
        resumes.save(new Resume(
                owner.id(),
                new ResumeFacts(name, resume.type(), resume.bytes().length, clock.instant()),
                compartment.lock(Kind.FILE, resume.bytes()),
                compartment.lock(Kind.TEXT, resume.text().getBytes(StandardCharsets.UTF_8))));
    }

    /** Ends as what it is, so that whoever saves it can open it. */
    private static String name(Upload upload, CleanResume resume) {
        String name = upload.name();
        String ending = resume.type().ending();
        if (name.toLowerCase(Locale.ROOT).endsWith(ending)) {
            return name;
        }
        int room = LONGEST_NAME - ending.length();
        return (name.length() > room ? name.substring(0, room) : name) + ending;
    }

    /** Skills that the viewer's résumé names, the most often named first; nobody else is told. */
    @Transactional(readOnly = true)
    public List<String> skillsNamedBy(Viewer owner) {
        return textOf(owner).map(skills::in).orElse(List.of());
    }

    /** Skills that the viewer's résumé names and their profile doesn't, the most often named first. Nothing is added. */
    @Transactional(readOnly = true)
    public List<String> suggestedSkills(Viewer owner) {
        var had = candidates.profileOf(owner).basics().skills().stream()
                .map(skill -> skill.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return skillsNamedBy(owner).stream()
                .filter(skill -> !had.contains(skill.toLowerCase(Locale.ROOT)))
                .limit(MOST_SUGGESTED)
                .toList();
    }

    /** With its key: what a backup still holds of it can't be read either. */
    @Transactional
    public void delete(Viewer owner) {
        deleteOf(owner.id());
    }

    @Transactional
    void deleteOf(UUID accountId) {
        vault.waitFor(accountId); // a résumé that is just being stored must not outlive its key
        resumes.deleteOf(accountId);
        vault.destroyKeyOf(accountId);
    }

    ResumeDownload open(UUID accountId) {
        var resume = resumes.findByAccountId(accountId).orElseThrow(NotFound::new);
        byte[] bytes = vault.toRead(accountId).unlock(Kind.FILE, resume.encryptedFile());
        return new ResumeDownload(resume.fileName(), resume.fileType(), bytes);
    }
}
