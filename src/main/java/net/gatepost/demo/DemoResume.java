package net.gatepost.demo;

import java.io.IOException;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.candidate.resume.reader.ResumeRefused;
import net.gatepost.mail.EmailAddress;
import net.gatepost.web.Role;
import net.gatepost.web.Uploads;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The résumé that the demo's job seeker has on file; one that is there is left alone. */
@Component
@OnlyInDemo
class DemoResume {

    private static final EmailAddress OWNER = new EmailAddress("casey@demo.example");

    private final Resumes resumes;
    private final Uploads uploads;
    private final DemoDesks desks;

    DemoResume(Resumes resumes, Uploads uploads, DemoDesks desks) {
        this.resumes = resumes;
        this.uploads = uploads;
        this.desks = desks;
    }

    void bringIn() {
        var owner = desks.viewer(OWNER, Role.MEMBER);
        if (resumes.isOnFile(owner.id())) {
            return;
        }
        try {
            byte[] file = new ClassPathResource("net/gatepost/demo/resume.pdf").getContentAsByteArray();
            resumes.replace(owner, uploads.of("Casey Lindqvist.pdf", file));
        } catch (IOException | ResumeRefused failure) {
            throw new IllegalStateException("the demo's résumé can't be read", failure);
        }
    }
}
