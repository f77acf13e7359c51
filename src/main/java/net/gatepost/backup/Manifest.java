package net.gatepost.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is in a backup, so that a restored database can be held against it.
 *
 * @param keys the files of {@code keys} in the data folder at that moment, each with its SHA-256, which tells nothing of the key:
 *     what is encrypted in this backup opens with these and no others
 */
record Manifest(Instant made, String database, SortedMap<String, TableSum> tables, SortedMap<String, String> keys) {

    static final String FILE = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Rows of a table, and a sum of their contents that does not depend on their order. */
    record TableSum(long rows, String sha256) {}

    Manifest {
        tables = new TreeMap<>(tables);
        keys = new TreeMap<>(keys);
    }

    long rows() {
        return tables.values().stream().mapToLong(TableSum::rows).sum();
    }

    /** The tables that are missing, too many or not the same. */
    SortedSet<String> differing(Map<String, TableSum> others) {
        Set<String> names = new TreeSet<>(tables.keySet());
        names.addAll(others.keySet());
        var differing = new TreeSet<String>();
        for (var name : names) {
            var here = tables.get(name);
            if (here == null || !here.equals(others.get(name))) {
                differing.add(name);
            }
        }
        return differing;
    }

    void writeTo(Path backup) {
        JSON.writeValue(backup.resolve(FILE), this);
    }

    /** @throws BackupFailed if there is none, or it can't be read */
    static Manifest of(Path backup) {
        try {
            return JSON.readValue(backup.resolve(FILE), Manifest.class);
        } catch (JacksonException unreadable) {
            throw new BackupFailed(backup + " is no backup: its " + FILE + " can't be read");
        }
    }
}
