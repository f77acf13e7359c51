package net.gatepost.candidate.resume;

import java.io.ByteArrayInputStream;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The résumé: handed out as it is kept, with the words that were read in it; erased with its key, so that no backup can bring it back. */
@Component
@Order(60)
class ResumeData implements PersonalData {

    private final Resumes resumes;
    private final ResumeRepository stored;

    ResumeData(Resumes resumes, ResumeRepository stored) {
        this.resumes = resumes;
        this.stored = stored;
    }

    record Content(ResumeFacts file, String words) {
        @Override
        public String toString() {
            return "Content[withheld]";
        }
    }

    @Override
    @Transactional(readOnly = true)
    public void exportTo(Archive archive, UUID accountId) {
        stored.factsOf(accountId).ifPresent(facts -> {
            archive.json("resume", new Content(facts, resumes.textOf(accountId).orElseThrow()));
            archive.file(
                    "resume" + facts.type().ending(),
                    new ByteArrayInputStream(resumes.open(accountId).bytes()));
        });
    }

    @Override
    @Transactional
    public void erase(UUID accountId) {
        resumes.deleteOf(accountId);
    }
}
