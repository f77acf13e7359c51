package net.gatepost.backup;

import java.io.PrintStream;
import java.nio.file.Path;
import net.gatepost.command.Command;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.stereotype.Component;

/** {@code backup --to=FOLDER}. */
@Component
class MakeBackup implements Command {

    private final Backups backups;
    private final ApplicationArguments arguments;
    private final Path data;

    MakeBackup(Backups backups, ApplicationArguments arguments, @Value("${gatepost.data}") Path data) {
        this.backups = backups;
        this.arguments = arguments;
        this.data = data;
    }

    @Override
    public String name() {
        return BareSite.BACKUP;
    }

    @Override
    public String summary() {
        return "--to=FOLDER  writes a backup of the database into a new folder there";
    }

    @Override
    public int run(PrintStream out) {
        var to = Restore.only(arguments.getOptionValues("to"));
        if (to.isEmpty()) {
            out.println("Say where to: backup --to=FOLDER");
            return Restore.USED_WRONGLY;
        }
        try {
            var made = backups.make(Path.of(to.get()));
            out.println("Backed up to " + made.backup() + ": " + made.manifest().rows() + " rows of "
                    + made.manifest().tables().size() + " tables.");
            out.println("Not in it, on purpose: the keys. Back up "
                    + data.resolve("keys").toAbsolutePath().normalize()
                    + " elsewhere, after every change, or no backup can be read; and your own texts in "
                    + data.resolve("pages").toAbsolutePath().normalize() + ".");
            return 0;
        } catch (BackupFailed failure) {
            out.println(failure.getMessage());
            return 1;
        }
    }
}
