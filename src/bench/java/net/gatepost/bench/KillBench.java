package net.gatepost.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Duration;
import net.gatepost.process.KillRounds;
import net.gatepost.process.Site;

/** {@link KillRounds}, as many as there is patience for, on H2 or on a PostgreSQL that is not killed itself. */
final class KillBench {

    private static final Duration LONGEST_ROUND = Duration.ofSeconds(8);
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(5);

    private KillBench() {}

    /** @param arguments the benchmark's name; then {@code --rounds=N} and {@code --postgresql} */
    public static void main(String[] arguments) throws Exception {
        var given = new Arguments(arguments);
        int rounds = given.number("rounds", 100);
        boolean onPostgres = given.has("postgresql");
        KillRounds.Verdict found;
        try (var postgres = onPostgres ? EmbeddedPostgres.start() : null) {
            var databaseUrl = postgres == null ? null : postgres.getJdbcUrl("postgres", "postgres");
            try (var site = new Site(KillRounds.options(databaseUrl))) {
                found = run(new KillRounds(site, databaseUrl), rounds);
            }
        }
        found.missing().forEach(what -> System.out.println("  missing: " + what));
        found.doubled().forEach(what -> System.out.println("  doubled: " + what));
        found.unmailed().forEach(what -> System.out.println("  not mailed: " + what));
        System.out.print(found.disagreeing());
        found.strange().forEach(what -> System.out.println("  strange: " + what));
        int wrong = found.missing().size()
                + found.doubled().size()
                + found.unmailed().size()
                + (found.disagreeing().isEmpty() ? 0 : 1)
                + found.strange().size();
        new Figures(onPostgres ? "kill-postgresql" : "kill")
                .with("rounds", rounds)
                .with("writes acknowledged", found.acknowledged())
                .with("of them missing", found.missing().size())
                .with("doubled", found.doubled().size())
                .with("mails missing", found.unmailed().size())
                .with("mails sent twice", found.mailedTwice())
                .with("index and database disagree", found.disagreeing().isEmpty() ? 0 : 1)
                .with("answers that were no refusal and no kill", found.strange().size())
                .tell();
        System.exit(wrong == 0 ? 0 : 1);
    }

    private static KillRounds.Verdict run(KillRounds rounds, int many) throws Exception {
        for (int round = 1; round <= many; round++) {
            rounds.round(LONGEST_ROUND);
            System.out.println("  round " + round + ": " + rounds.acknowledged() + " writes acknowledged so far");
        }
        return rounds.judge(CAUGHT_UP_WITHIN);
    }
}
