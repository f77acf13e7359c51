package net.gatepost.candidate.resume;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.candidate.Grants;
import net.gatepost.candidate.resume.reader.CleanResume;
import net.gatepost.candidate.resume.reader.ResumeType;
import net.gatepost.employer.Companies;
import net.gatepost.web.NotFound;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ModuleTest
class ResumesTest {

    private static final CleanResume RESUME =
            new CleanResume(ResumeType.PDF, "%PDF the file".getBytes(UTF_8), "Java and radar", "");

    @Autowired
    Resumes resumes;

    @Autowired
    Grants grants;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    Viewer casey;

    @BeforeEach
    void aMember() {
        casey = viewer(people.member());
    }

    private static Viewer viewer(People.Person person) {
        return new Viewer(person.id(), "Robin Test", Set.of(Role.MEMBER));
    }

    private long rows(String table, UUID accountId) {
        return requireNonNull(database.queryForObject(
                "select count(*) from " + table + " where account_id = ?", Long.class, accountId));
    }

    private byte[] bytes(String column) {
        return requireNonNull(database.queryForObject(
                "select " + column + " from candidate_resume where account_id = ?", byte[].class, casey.id()));
    }

    private void keep(Viewer owner, String name, CleanResume resume) {
        transaction.executeWithoutResult(status -> resumes.keep(owner, name, resume));
    }

    @Test
    void whatIsKeptComesBackToItsOwner() {
        assertThat(resumes.onFile(casey)).isEmpty();
        assertThat(resumes.textOf(casey)).isEmpty();
        assertThatThrownBy(() -> resumes.ownedBy(casey)).isInstanceOf(NotFound.class);
        keep(casey, "cv.pdf", RESUME);
        assertThat(resumes.isOnFile(casey.id())).isTrue();
        var facts = resumes.onFile(casey).orElseThrow();
        assertThat(facts.name()).isEqualTo("cv.pdf");
        assertThat(facts.size()).isEqualTo(RESUME.bytes().length);
        assertThat(resumes.ownedBy(casey).bytes()).isEqualTo(RESUME.bytes());
        assertThat(resumes.textOf(casey)).contains("Java and radar");
    }

    @Test
    void nothingOfItStandsInTheDatabaseAsItIs() {
        keep(casey, "cv.pdf", RESUME);
        assertThat(new String(bytes("encrypted_file"), UTF_8)).doesNotContain("PDF");
        assertThat(new String(bytes("encrypted_text"), UTF_8)).doesNotContain("radar");
    }

    @Test
    void aFileOfFiveMegabytesFits() {
        byte[] large = new byte[5 * 1024 * 1024];
        new Random(7).nextBytes(large);
        keep(casey, "large.docx", new CleanResume(ResumeType.DOCX, large, "x".repeat(200_000), ""));
        assertThat(resumes.ownedBy(casey).bytes()).isEqualTo(large);
    }

    @Test
    void aNewOneTakesThePlaceOfTheOld() {
        keep(casey, "cv.pdf", RESUME);
        keep(casey, "new.docx", new CleanResume(ResumeType.DOCX, new byte[] {1}, "", ""));
        assertThat(resumes.onFile(casey).orElseThrow().name()).isEqualTo("new.docx");
        assertThat(rows("candidate_resume", casey.id())).isOne();
    }

    @Test
    void manyUploadsAtOnceLeaveOneThatCanBeRead() {
        var uploads = IntStream.range(0, 8)
                .mapToObj(number -> CompletableFuture.runAsync(() -> keep(casey, number + ".pdf", RESUME)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(uploads).join();
        assertThat(rows("candidate_resume", casey.id())).isOne();
        assertThat(resumes.ownedBy(casey).bytes()).isEqualTo(RESUME.bytes());
    }

    @Test
    void aRowCopiedToAnotherPersonDoesNotOpen() {
        var morgan = viewer(people.member());
        keep(casey, "cv.pdf", RESUME);
        keep(morgan, "cv.pdf", RESUME);
        database.update(
                "update candidate_resume set encrypted_file = ? where account_id = ?",
                bytes("encrypted_file"),
                morgan.id());
        assertThatThrownBy(() -> resumes.ownedBy(morgan)).isInstanceOf(IllegalStateException.class);
        database.update(
                "update candidate_key set wrapped = (select k.wrapped from candidate_key k where k.account_id = ?) "
                        + "where account_id = ?",
                casey.id(),
                morgan.id());
        assertThatThrownBy(() -> resumes.ownedBy(morgan)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aTextInPlaceOfTheFileDoesNotOpen() {
        keep(casey, "cv.pdf", RESUME);
        database.update("update candidate_resume set encrypted_file = encrypted_text where account_id = ?", casey.id());
        assertThatThrownBy(() -> resumes.ownedBy(casey)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void deletingItDestroysItsKey() {
        keep(casey, "cv.pdf", RESUME);
        resumes.delete(casey);
        resumes.delete(casey);
        assertThat(resumes.isOnFile(casey.id())).isFalse();
        assertThat(rows("candidate_key", casey.id())).isZero();
        keep(casey, "cv.pdf", RESUME);
        assertThat(resumes.ownedBy(casey).bytes()).isEqualTo(RESUME.bytes());
    }

    @Test
    void onlyAnEmployerThatWasLetInGetsIt() {
        var riley = people.member();
        var quinn = people.member();
        var employer = companies.verified(riley);
        var other = companies.verified(quinn);
        keep(casey, "cv.pdf", RESUME);
        assertThatThrownBy(() -> resumes.grantedTo(viewer(riley), employer, casey.id()))
                .isInstanceOf(NotFound.class);
        transaction.executeWithoutResult(status -> grants.applied(casey.id(), employer, UUID.randomUUID()));

        assertThat(resumes.grantedTo(viewer(riley), employer, casey.id()).bytes())
                .isEqualTo(RESUME.bytes());
        assertThat(rows("candidate_look", casey.id())).isOne();
        assertThatThrownBy(() -> resumes.grantedTo(viewer(quinn), employer, casey.id()))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> resumes.grantedTo(viewer(quinn), other, casey.id()))
                .isInstanceOf(NotFound.class);
        assertThat(rows("candidate_look", casey.id())).isOne();
    }

    @Test
    void aLookThatFindsNothingIsNotInTheLedger() {
        var riley = people.member();
        var employer = companies.verified(riley);
        transaction.executeWithoutResult(status -> grants.applied(casey.id(), employer, UUID.randomUUID()));
        assertThatThrownBy(() -> resumes.grantedTo(viewer(riley), employer, casey.id()))
                .isInstanceOf(NotFound.class);
        assertThat(rows("candidate_look", casey.id())).isZero();
    }
}
