package net.gatepost.keys;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.gatepost.command.Command;
import org.springframework.stereotype.Component;

/**
 * Changes the keys: makes new ones, encrypts with them what the old ones did, and forgets those. A keyset in the configuration
 * is left as it is: there the operator adds a key and takes the old one out, and this does what lies between.
 */
@Component
class RotateKeys implements Command {

    private final List<Encrypted> all;
    private final KeysInUse inUse;

    RotateKeys(List<Encrypted> all, KeysInUse inUse) {
        this.all = all;
        this.inUse = inUse;
    }

    @Override
    public String name() {
        return "rotate-keys";
    }

    @Override
    public String summary() {
        return "makes new keys, encrypts all with them, forgets the old ones";
    }

    @Override
    public int run(PrintStream out) {
        Set<Keyset> kept = new LinkedHashSet<>();
        Set<Keyset> configured = new LinkedHashSet<>();
        all.forEach(encrypted -> (encrypted.keyset().isConfigured() ? configured : kept).add(encrypted.keyset()));
        if (!kept.isEmpty() && !inUse.byNobodyElse()) {
            out.println("The site is running with these keys and would not know the new ones: stop it first.");
            return 1;
        }
        kept.forEach(Keyset::addKey);
        long rows = 0;
        for (var encrypted : all) {
            rows += encrypted.encryptAnew();
        }
        kept.forEach(Keyset::forgetOldKeys);
        out.println(rows + " rows are encrypted anew.");
        if (!kept.isEmpty()) {
            out.println("Keys changed: " + names(kept)
                    + ". Back up the folder keys now: backups of the database made before need the keys of before.");
        }
        if (!configured.isEmpty()) {
            out.println("In the configuration: " + names(configured)
                    + ". All is under their primary keys now; the other keys can be taken out.");
        }
        return 0;
    }

    private static String names(Set<Keyset> keysets) {
        List<String> names = new ArrayList<>();
        keysets.forEach(keyset -> names.add(keyset.name()));
        return String.join(", ", names);
    }
}
