package net.gatepost.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import net.gatepost.GatepostApplication;
import net.gatepost.ModuleTest;
import net.gatepost.TestDatabase;
import net.gatepost.account.People;
import net.gatepost.backup.Manifest.TableSum;
import net.gatepost.employer.Companies;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;
import org.springframework.util.FileSystemUtils;

/** The drill: a backup of a site that people write to is brought back on a machine that has nothing but the keys. */
@ModuleTest
class BackupTest {

    @Autowired
    Backups backups;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    JdbcClient database;

    @Autowired
    DataSourceProperties details;

    @Autowired
    Environment configuration;

    @Autowired
    Clock clock;

    @Value("${gatepost.data}")
    Path data;

    @TempDir
    Path folder;

    private Path otherData;
    private String otherUrl;

    @BeforeEach
    void anEmptyMachineWithTheKeys() throws IOException {
        assumeTrue(
                details.determineUrl().startsWith("jdbc:h2:") || isInstalled("pg_dump"),
                "pg_dump is not installed here: NOTHING of backups was tried on PostgreSQL");
        otherUrl = TestDatabase.newDatabase();
        otherData = folder.resolve("other");
        FileSystemUtils.copyRecursively(data.resolve("keys"), otherData.resolve("keys"));
    }

    private static boolean isInstalled(String program) {
        try {
            new ProcessBuilder(program, "--version").start().destroy();
            return true;
        } catch (IOException notThere) {
            return false;
        }
    }

    private int restore(Path backup) {
        return GatepostApplication.run(
                "restore", "--from=" + backup, "--gatepost.data=" + otherData, "--spring.datasource.url=" + otherUrl);
    }

    private Backups onTheOtherMachine() {
        var other = new DataSourceProperties();
        other.setUrl(otherUrl);
        var empty = other.initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build();
        return new Backups(empty, other, configuration, otherData, clock);
    }

    private JdbcClient restored() {
        var other = new DataSourceProperties();
        other.setUrl(otherUrl);
        return JdbcClient.create(other.initializeDataSourceBuilder()
                .type(SimpleDriverDataSource.class)
                .build());
    }

    private static long accounts(JdbcClient database, UUID id) {
        return database.sql("select count(*) from account where id = ?")
                .param(id)
                .query(Long.class)
                .single();
    }

    private void signInSomebody() {
        database.sql("""
                        insert into spring_session (primary_id, session_id, creation_time, last_access_time,
                            max_inactive_interval, expiry_time) values (?, ?, 0, 0, 3600, 9000000000000)""")
                .param(UUID.randomUUID().toString())
                .param(UUID.randomUUID().toString())
                .update();
    }

    @Test
    void whatWasBackedUpWhilePeopleWroteComesBackButForWhoWasErasedSince() throws Exception {
        var stays = people.member();
        var erased = people.member();
        companies.verified(erased);
        var goesOn = new AtomicBoolean(true);
        var writing = CompletableFuture.runAsync(() -> {
            while (goesOn.get()) {
                signInSomebody();
            }
        });
        var made = backups.make(folder);
        goesOn.set(false);
        writing.join();
        Files.writeString(
                otherData.resolve("keys").resolve("erased.txt"), erased.id() + "\n" + UUID.randomUUID() + "\n");

        assertThat(restore(made.backup())).isZero();

        assertThat(accounts(restored(), stays.id())).isOne();
        assertThat(accounts(restored(), erased.id())).isZero();
        assertThat(restored()
                        .sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .as("who signed out meanwhile stays signed out")
                .isZero();
        assertThat(restored()
                        .sql("select count(*) from index_build where finished_at is not null or claimed_until > ?")
                        .param(clock.instant().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single())
                .as("every index is built again at the next start")
                .isZero();
        assertThat(accounts(database, erased.id()))
                .as("the site itself is left alone")
                .isOne();

        assertThat(restore(made.backup())).as("into what is not empty").isOne();
        assertThat(accounts(restored(), stays.id())).isOne();
    }

    @Test
    void aBackupThatWasChangedIsNotTakenForWhatItWas() throws IOException {
        people.member();
        var made = backups.make(folder);
        var tables = new TreeMap<>(made.manifest().tables());
        tables.compute("account", (name, sum) -> new TableSum(sum.rows(), "0".repeat(64)));
        Files.delete(made.backup().resolve(Manifest.FILE));
        new Manifest(
                        made.manifest().made(),
                        made.manifest().database(),
                        tables,
                        made.manifest().keys())
                .writeTo(made.backup());

        assertThatThrownBy(() -> onTheOtherMachine().restore(made.backup()))
                .isInstanceOf(BackupFailed.class)
                .hasMessageEndingWith("differ: account");
    }

    @Test
    void withoutItsKeysABackupIsNotRestored() throws IOException {
        var made = backups.make(folder);
        Files.writeString(otherData.resolve("keys").resolve("resumes.json"), "another key");

        assertThatThrownBy(() -> onTheOtherMachine().restore(made.backup()))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("resumes.json");
        assertThat(made.manifest().keys()).containsKeys("accounts.json", "links.key", "profiles.json", "resumes.json");

        Files.copy(
                data.resolve("keys").resolve("resumes.json"),
                otherData.resolve("keys").resolve("resumes.json"),
                StandardCopyOption.REPLACE_EXISTING);
        assertThat(onTheOtherMachine().restore(made.backup()).rows())
                .isEqualTo(made.manifest().rows());
    }

    @Test
    void aBackupHoldsNoKeyAndIsForItsOwnerAlone() throws IOException {
        var made = backups.make(folder);

        try (var files = Files.list(made.backup())) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .hasSize(2)
                    .contains(Manifest.FILE);
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.backup())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatIsNoBackupIsNotRestored() {
        assertThatThrownBy(() -> backups.restore(folder))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("is no backup");
    }

    @Test
    void theOldestGoOnlyWhenThereAreMoreThanAreKept() throws IOException {
        for (var name : List.of(
                "gatepost-2026-01-01T02-30-00",
                "gatepost-2026-01-02T02-30-00",
                "mine",
                "gatepost-2026-01-03T02-30-00",
                "gatepost-2026-01-03T02-31-00.unfinished")) {
            Files.createDirectory(folder.resolve(name));
        }

        backups.keepNewest(folder, 2);

        try (var left = Files.list(folder)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .contains("gatepost-2026-01-02T02-30-00", "gatepost-2026-01-03T02-30-00", "mine")
                    .doesNotContain("gatepost-2026-01-01T02-30-00", "gatepost-2026-01-03T02-31-00.unfinished");
        }
    }

    @Test
    void whoseSiteIsRunningIsToldHowToBackItUp() {
        DataSource openElsewhere = new AbstractDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                throw new SQLException("Database may be already in use", "90020", 90020);
            }

            @Override
            public Connection getConnection(String user, String passphrase) throws SQLException {
                return getConnection();
            }
        };
        var printed = new ByteArrayOutputStream();

        int exitCode = new MakeBackup(
                        new Backups(openElsewhere, details, configuration, data, clock),
                        new DefaultApplicationArguments("--to=" + folder.resolve("backups")),
                        data)
                .run(new PrintStream(printed, true));

        assertThat(exitCode).isOne();
        assertThat(printed.toString()).contains("The site is running", "gatepost.backup.folder");
        assertThat(folder.resolve("backups")).doesNotExist();
    }
}
