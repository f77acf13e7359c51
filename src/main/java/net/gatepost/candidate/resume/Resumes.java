package net.gatepost.candidate.resume;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.candidate.Looks;
import net.gatepost.candidate.resume.Vault.Kind;
import net.gatepost.candidate.resume.reader.CleanResume;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The résumés: one a member, reached by its owner, and by an employer that the owner has let in. */
@Service
public class Resumes {

    private final ResumeRepository resumes;
    private final Vault vault;
    private final Looks looks;
    private final Clock clock;

    Resumes(ResumeRepository resumes, Vault vault, Looks looks, Clock clock) {
        this.resumes = resumes;
        this.vault = vault;
        this.looks = looks;
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
        return resumes.encryptedTextOf(owner.id())
                .map(encrypted ->
                        new String(vault.toRead(owner.id()).unlock(Kind.TEXT, encrypted), StandardCharsets.UTF_8));
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

    private ResumeDownload open(UUID accountId) {
        var resume = resumes.findByAccountId(accountId).orElseThrow(NotFound::new);
        byte[] bytes = vault.toRead(accountId).unlock(Kind.FILE, resume.encryptedFile());
        return new ResumeDownload(resume.fileName(), resume.fileType(), bytes);
    }
}
