package net.gatepost.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import net.gatepost.web.Faults;
import net.gatepost.web.Sha256;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Writes backups and reads them. A backup is a folder named after its moment, with the database in the form that its own tools
 * write and a {@link Manifest}. It is of one moment, whatever is written meanwhile, and holds no key.
 */
@Component
class Backups {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH-mm-ss").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("gatepost-\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d");
    private static final String UNFINISHED = ".unfinished";

    private final DataSource database;
    private final DataSourceProperties details;
    private final Environment configuration;
    private final Path data;
    private final Clock clock;

    Backups(
            DataSource database,
            DataSourceProperties details,
            Environment configuration,
            @Value("${gatepost.data}") Path data,
            Clock clock) {
        this.database = database;
        this.details = details;
        this.configuration = configuration;
        this.data = data;
        this.clock = clock;
    }

    /** @param manifest says what is in it */
    record Made(Path backup, Manifest manifest) {}

    /**
     * Writes one into a new folder of this folder, for its owner alone to read. Until it is whole, the name ends in {@code
     * .unfinished}.
     */
    Made make(Path folder) {
        var name = "gatepost-" + MOMENT.format(clock.instant());
        var backup = folder.resolve(name);
        var unfinished = folder.resolve(name + UNFINISHED);
        try (var connection = open()) {
            Files.createDirectories(folder);
            Files.createDirectory(unfinished, ownerOnly());
            var manifest = write(connection, unfinished);
            manifest.writeTo(unfinished);
            for (var file : filesIn(unfinished)) {
                try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.move(unfinished, backup);
            return new Made(backup, manifest);
        } catch (IOException failure) {
            throw new BackupFailed("The backup can't be written to " + folder + ": " + failure, failure);
        } catch (SQLException failure) {
            throw new BackupFailed("The database can't be backed up: " + failure.getMessage(), failure);
        }
    }

    private Manifest write(Connection connection, Path folder) throws SQLException {
        var kind = dump();
        boolean before = connection.getAutoCommit();
        int level = connection.getTransactionIsolation();
        boolean readOnly = connection.isReadOnly();
        connection.setAutoCommit(false);
        kind.seeOneMoment(connection);
        try {
            var manifest = new Manifest(clock.instant(), product(connection), TableSums.of(connection), keys());
            kind.write(connection, folder.resolve(kind.file()));
            return manifest;
        } finally {
            connection.rollback();
            connection.setTransactionIsolation(level);
            connection.setReadOnly(readOnly);
            connection.setAutoCommit(before);
        }
    }

    /**
     * Brings the database back from a backup and looks whether it is what was backed up. Everybody is signed out: who signed out
     * since then would else be signed in again.
     *
     * @throws BackupFailed if the database is not empty, or the keys are others; then nothing was changed
     */
    Manifest restore(Path backup) {
        var manifest = Manifest.of(backup);
        var kind = dump();
        var file = backup.resolve(kind.file());
        if (!Files.isRegularFile(file)) {
            throw new BackupFailed("This backup is of " + manifest.database() + ", and spring.datasource.url names "
                    + details.determineUrl().split(":", 3)[1] + ": " + file + " is missing");
        }
        checkKeys(manifest);
        try (var connection = open()) {
            if (!TableSums.tables(connection).isEmpty()) {
                throw new BackupFailed("The database is not empty. Nothing was changed: restore into a new data folder"
                        + " or a new database, and start the site with that.");
            }
            kind.read(file, connection);
            var differing = manifest.differing(TableSums.of(connection));
            if (!differing.isEmpty()) {
                throw new BackupFailed(
                        "What was restored is not what was backed up. Don't serve it; these tables differ: "
                                + String.join(", ", differing));
            }
            try (var statement = connection.createStatement()) {
                statement.execute("delete from spring_session");
                if (TableSums.tables(connection).contains("index_build")) {
                    statement.execute("update index_build set finished_at = null, claimed_until = begun_at");
                }
                statement.execute("analyze");
            }
            // What search knows, here or elsewhere, is of another database; it is built again at the next start.
            FileSystemUtils.deleteRecursively(data.resolve("index"));
            return manifest;
        } catch (SQLException | IOException failure) {
            throw new BackupFailed("The database can't be restored: " + failure.getMessage(), failure);
        }
    }

    private void checkKeys(Manifest manifest) {
        var here = keys();
        var wrong = manifest.keys().entrySet().stream()
                .filter(key -> !isConfigured(key.getKey()))
                .filter(key -> !key.getValue().equals(here.get(key.getKey())))
                .map(key -> key.getKey())
                .toList();
        if (!wrong.isEmpty()) {
            throw new BackupFailed("Without its keys this backup can't be read. Put those of " + manifest.made()
                    + " into " + data.resolve("keys").toAbsolutePath() + " first; missing or of another time: "
                    + String.join(", ", wrong));
        }
    }

    private boolean isConfigured(String file) {
        return !configuration
                .getProperty("gatepost.keys." + file.replaceFirst("\\..*", ""), "")
                .isBlank();
    }

    private SortedMap<String, String> keys() {
        SortedMap<String, String> keys = new TreeMap<>();
        var folder = data.resolve("keys");
        try {
            for (var file : Files.isDirectory(folder) ? filesIn(folder) : List.<Path>of()) {
                var name = file.getFileName().toString();
                if (name.equals("links.key") || name.endsWith(".json")) {
                    keys.put(name, Sha256.hex(Files.readAllBytes(file)));
                }
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return keys;
    }

    /** Deletes the oldest whole backups of a folder, and what others left unfinished. */
    void keepNewest(Path folder, int kept) {
        try {
            var all = filesIn(folder);
            for (var left : all) {
                if (left.getFileName().toString().endsWith(UNFINISHED)) {
                    FileSystemUtils.deleteRecursively(left);
                }
            }
            var whole = all.stream()
                    .filter(one -> NAME.matcher(one.getFileName().toString()).matches())
                    .sorted()
                    .toList();
            for (var old : whole.subList(0, Math.max(0, whole.size() - kept))) {
                FileSystemUtils.deleteRecursively(old);
            }
        } catch (IOException failure) {
            throw new BackupFailed("Old backups in " + folder + " can't be deleted: " + failure, failure);
        }
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private Connection open() throws SQLException {
        try {
            return database.getConnection();
        } catch (SQLException failure) {
            if (Faults.isDatabaseOpenElsewhere(failure)) {
                throw new BackupFailed(
                        "The site is running, and H2 lets in one process only. The site itself makes a backup every day where"
                                + " gatepost.backup.folder is set; or stop it and try again.",
                        failure);
            }
            throw failure;
        }
    }

    private Dump dump() {
        return details.determineUrl().startsWith("jdbc:postgresql:") ? new PostgresDump(details) : new H2Dump();
    }

    private static String product(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName() + " "
                + connection.getMetaData().getDatabaseProductVersion();
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
