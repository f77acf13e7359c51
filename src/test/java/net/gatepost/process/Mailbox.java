package net.gatepost.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The folder that a site without a mail server writes its mails to. */
public final class Mailbox {

    private static final Pattern RECIPIENT = Pattern.compile("(?m)^To: (\\S+)\r?$");

    private final Path folder;

    /** Of each file, whom it is for: they are never changed. */
    private final Map<Path, String> mails = new HashMap<>();

    public Mailbox(Path folder) {
        this.folder = folder;
    }

    /** Every mail that is there, with its recipient. */
    synchronized Map<Path, String> read() throws IOException {
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(".eml"))
                        .filter(each -> !mails.containsKey(each))
                        .toList()) {
                    var recipient = RECIPIENT.matcher(Files.readString(file));
                    mails.put(file, recipient.find() ? recipient.group(1) : "");
                }
            }
        }
        return Map.copyOf(mails);
    }

    /** Who of these has none when time is up. */
    public List<String> awaitAll(Set<String> owed, Duration within) throws IOException, InterruptedException {
        Set<String> without = new HashSet<>(owed);
        long end = System.nanoTime() + within.toNanos();
        do {
            Thread.sleep(1_000);
            without.removeAll(read().values());
        } while (!without.isEmpty() && System.nanoTime() < end);
        return List.copyOf(without);
    }

    /** How many more mails there are to these than people. */
    int repeatedTo(Set<String> people) throws IOException {
        var sent = read().values().stream().filter(people::contains).toList();
        return sent.size() - new HashSet<>(sent).size();
    }
}
