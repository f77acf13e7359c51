package net.gatepost.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import javax.sql.DataSource;
import net.gatepost.ModuleTest;
import net.gatepost.account.PersonalData;
import net.gatepost.everything.EverythingKept.Lived;
import net.gatepost.mail.SentMails;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is kept about a person is in their export, and is gone with their erasure. Reads the tables as the
 * database has them, so that a table which is new, or which somebody forgot, is looked at as well.
 */
@ModuleTest
@Import(EverythingKept.class)
class EverythingTest {

    /** What may say after the erasure that there was somebody: a number, where the record belongs to others. */
    private static final Set<String> REMAINS = Set.of(
            // Who did what is on record for good, without a name.
            "audit_entry.actor_account_id",
            "audit_entry.subject_id",
            // A ledger belongs to whoever was looked at.
            "candidate_look.recruiter_id",
            // As does a question to whoever was asked it.
            "candidate_request.recruiter_id",
            // A listing belongs to its employer.
            "listing.created_by",
            "listing.changed_by",
            // The mail that confirms the erasure, until retention takes it. And one that waits for an address which the
            // person wanted to have: that address may be somebody else's, whose mails are not theirs to delete.
            "mail.recipient",
            // Until the number is in the list that a restored backup is held against, a moment later.
            "scheduled_tasks.task_instance");

    private static final Pattern NAMES_AN_ACCOUNT = Pattern.compile(
            "(\\w+_)?(account|member|recruiter|candidate|person|owner|user|viewer|sender|author|actor|reader|applicant)_id|\\w+_by");
    private static final Pattern NAMES_SOMEBODY = Pattern.compile("(\\w+_)?(email|recipient|principal_name)");

    @Autowired
    MockMvcTester browser;

    @Autowired
    EverythingKept everything;

    @Autowired
    List<PersonalData> kept;

    @Autowired
    DataSource dataSource;

    @Autowired
    SentMails mails;

    @Autowired
    JdbcClient database;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JsonMapper json;

    Lived zora;
    Lived other;

    @BeforeEach
    void twoWhoHaveDoneEverything() {
        zora = everything.live();
        other = everything.live();
    }

    private MvcTestResult erase(Lived lived) {
        return browser.post()
                .uri("/me/data/erasure")
                .with(csrf())
                .cookie(everything.confirm(lived))
                .param("understood", "true")
                .param("_understood", "on")
                .exchange();
    }

    /** If this fails for a table of yours: fill it in {@link EverythingKept}, and erase it in your {@code PersonalData}. */
    @Test
    void everyColumnThatNamesAPersonIsFilledHere() throws SQLException {
        var empty = new TreeSet<String>();
        for (String column : columnsThatNameAPerson()) {
            String table = column.substring(0, column.indexOf('.'));
            String name = column.substring(column.indexOf('.') + 1);
            boolean filled = jdbc.queryForList("select " + name + " from " + table).stream()
                    .flatMap(row -> row.values().stream())
                    .anyMatch(value -> tells(value, zora));
            if (!filled) {
                empty.add(column);
            }
        }
        assertThat(empty).isEmpty();
    }

    @Test
    void anErasureLeavesNothingOfThePersonInAnyTable() {
        assertThat(tracesOf(zora).keySet()).hasSizeGreaterThan(30);

        assertThat(erase(zora)).hasStatus(302).hasRedirectedUrl("/erased");

        assertThat(tracesOf(zora).keySet()).isSubsetOf(REMAINS);
        assertThat(mails.to(zora.person().email()))
                .singleElement()
                .satisfies(last -> assertThat(last.subject()).isEqualTo("Your Gatepost account is erased"));
    }

    @Test
    void whatRemainsIsStillThere() {
        erase(zora);

        assertThat(tracesOf(zora).keySet()).containsExactlyInAnyOrderElementsOf(REMAINS);
    }

    @Test
    void anErasureTakesNothingFromAnybodyElse() {
        var before = tracesOf(other);

        erase(zora);

        assertThat(tracesOf(other)).isEqualTo(before);
    }

    @Test
    void everyModuleThatKeepsSomethingPutsItIntoTheExport() {
        assertThat(kept).allSatisfy(data -> {
            List<String> names = new ArrayList<>();
            transaction.executeWithoutResult(status -> data.exportTo(recording(names), zora.id()));
            assertThat(names).as(data.getClass().getSimpleName()).isNotEmpty();
        });
    }

    @Test
    void theExportHoldsEverythingThatWasTypedAndNothingOfAnybodyElse() throws IOException {
        var files = export(zora);
        String all = String.join("\n", files.values());

        String word = zora.word();
        assertThat(all)
                .contains(
                        "Zora " + word,
                        zora.person().email().value(),
                        zora.phone(),
                        zora.id().toString())
                .contains("Headline " + word, "Summary " + word, "Skill " + word, "Place " + word)
                .contains("Employer " + word, word + ".example", "Agency " + word, "us.top-secret", "2021-05")
                .contains("Title " + word, "Firm " + word, "Town " + word, "Did " + word)
                .contains("Certificate " + word, "School " + word, "Degree " + word, "Subject " + word)
                .contains("Specialty " + word, "Wording " + word, "Told " + word, "Again " + word)
                .contains("new-" + word, "Radio Engineer", "listing.drafted", "account.exported")
                .contains("Note " + word, "Because " + word, "Words for " + word)
                .contains("Resume " + word + ".pdf", "Name " + word);
        assertThat(all).doesNotContain(other.word(), other.phone(), other.id().toString());
    }

    @Test
    void theExportHoldsReadableJsonAndSaysWhatEachFileIs() throws IOException {
        var files = export(zora);

        assertThat(files.keySet())
                .contains("account.json", "profile.json", "profile-access.json", "listings.json", "employers.json")
                .contains("notifications.json", "mailing-list.json", "mails.json", "acts.json")
                .contains("resume.json", "resume.pdf");
        var readme = files.remove("README.txt");
        assertThat(readme).contains("Everything that localhost").doesNotContain("''");
        assertThat(files).allSatisfy((name, content) -> {
            assertThat(readme).contains(name + "\n    ");
            if (name.endsWith(".json")) {
                assertThat(json.readTree(content).isContainer()).isTrue();
            }
        });
        assertThat(files.get("account.json")).contains("\n  \"name\"");
        assertThat(json.readTree(files.get("account.json")).get("sessions").size())
                .isPositive();
        assertThat(json.readTree(files.get("resume.json")).get("words").asString())
                .contains("Resume " + zora.word());
    }

    private Map<String, String> export(Lived lived) throws IOException {
        var answer = browser.post()
                .uri("/me/data/export")
                .with(csrf())
                .cookie(everything.confirm(lived))
                .exchange();
        assertThat(answer).hasStatusOk();
        var files = new LinkedHashMap<String, String>();
        try (var zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private static PersonalData.Archive recording(List<String> names) {
        return new PersonalData.Archive() {
            @Override
            public void json(String name, Object content) {
                names.add(name);
            }

            @Override
            public void file(String name, java.io.InputStream content) {
                names.add(name);
            }
        };
    }

    /** Which columns tell of the person, with how many rows do. */
    private Map<String, Integer> tracesOf(Lived lived) {
        Map<String, Integer> traces = new java.util.TreeMap<>();
        for (String table : tables()) {
            jdbc.queryForList("select * from " + table)
                    .forEach(row -> row.forEach((column, value) -> {
                        if (tells(value, lived)) {
                            traces.merge(table + "." + column.toLowerCase(Locale.ROOT), 1, Integer::sum);
                        }
                    }));
        }
        return traces;
    }

    private static boolean tells(Object value, Lived lived) {
        if (value instanceof UUID id) {
            return id.equals(lived.id());
        }
        if (value == null || value instanceof Number || value instanceof Boolean) {
            return false;
        }
        String text = text(value);
        return text.contains(lived.word())
                || text.contains(lived.phone())
                || text.contains(lived.id().toString());
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        try {
            if (value instanceof java.sql.Clob clob) {
                return clob.getSubString(1, (int) clob.length());
            }
            if (value instanceof java.sql.Blob blob) {
                return new String(blob.getBytes(1, (int) blob.length()), StandardCharsets.UTF_8);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return value.toString();
    }

    private List<String> tables() {
        return database.sql("""
                        select table_name from information_schema.tables
                        where table_schema = 'public' and table_type = 'BASE TABLE'""").query(String.class).list();
    }

    private Set<String> columnsThatNameAPerson() throws SQLException {
        var found = new TreeSet<String>();
        try (var connection = dataSource.getConnection();
                var keys = connection.getMetaData().getExportedKeys(null, "public", "account")) {
            while (keys.next()) {
                found.add(keys.getString("FKTABLE_NAME") + "." + keys.getString("FKCOLUMN_NAME"));
            }
        }
        assertThat(found).contains("candidate_profile.account_id", "notice.account_id");
        record Column(String tableName, String columnName, String dataType) {}
        database
                .sql("select table_name, column_name, data_type from information_schema.columns"
                        + " where table_schema = 'public'")
                .query(Column.class)
                .stream()
                .filter(column -> column.dataType().equals("uuid")
                        ? NAMES_AN_ACCOUNT.matcher(column.columnName()).matches()
                        : column.dataType().startsWith("character")
                                && NAMES_SOMEBODY.matcher(column.columnName()).matches())
                .forEach(column -> found.add(column.tableName() + "." + column.columnName()));
        return found;
    }
}
