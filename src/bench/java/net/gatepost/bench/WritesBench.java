package net.gatepost.bench;

import static net.gatepost.bench.RowCopy.key;
import static net.gatepost.bench.RowCopy.random;
import static net.gatepost.bench.RowCopy.text;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import net.gatepost.bench.RowCopy.Keys;
import net.gatepost.bench.RowCopy.Prepared;
import net.gatepost.bench.RowCopy.Value;
import net.gatepost.bench.Wrk.Requests;
import net.gatepost.process.Site;
import net.gatepost.process.Visitor;

/**
 * How many listings, publications, applications and subscriptions the built jar acknowledges in a second, each beside bare JDBC
 * in the same round: as many threads commit the very rows that one such request leaves, in one transaction, into a copy of
 * the same database. In the end each row that was acknowledged has to be there.
 */
public final class WritesBench {

    /** Of each kind; no form is sent twice. */
    private static final int FORMS = 40_000;

    /** Whoever posts or applies has one of these for a few requests, as different people would. */
    private static final int SESSIONS = 5_000;

    private static final int TO_ONE_DOMAIN = 50;
    private static final int DOMAINS = 2_000;
    private static final int AT_ONCE = 1_000;
    private static final String PUBLICATION = "publication";
    private static final String FLASH = "org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS";

    private final Settings settings;
    private final Databases databases;
    private final Path data;

    private final List<UUID> live = new ArrayList<>();
    private final List<UUID> drafts = new ArrayList<>();
    private final List<UUID> accounts = new ArrayList<>();

    /** By who is signed in. */
    private final Map<String, List<String>> sessions = new LinkedHashMap<>();

    private final List<String> buckets = new ArrayList<>();
    private final List<Deed> deeds = new ArrayList<>();

    /** @param working whether the site does its waiting work meanwhile: mails, alerts and the index */
    private record Settings(int seconds, int rounds, int warmUp, boolean postgresql, boolean working) {

        static Settings of(String[] arguments) {
            var given = new Arguments(arguments);
            return new Settings(
                    given.number("seconds", 5),
                    given.number("rounds", 5),
                    given.number("warm-up", 15),
                    given.has("postgresql"),
                    !given.has("no-work"));
        }
    }

    /**
     * Something that is acknowledged.
     *
     * @param bare what it leaves in the database
     * @param left counts it there
     */
    private record Deed(String name, Requests requests, List<RowCopy> bare, String left) {}

    /** What a second and a processor did. */
    private record Run(double perSecond, double processorMillis) {}

    private WritesBench(Settings settings, Path data, Databases databases) {
        this.settings = settings;
        this.data = data;
        this.databases = databases;
    }

    /** @param arguments the benchmark's name; then {@code --seconds=N} and the like */
    public static void main(String[] arguments) throws Exception {
        Wrk.need();
        var settings = Settings.of(arguments);
        Path data = Files.createTempDirectory("gatepost-bench");
        try (var folder = new Site(data, false, List.of());
                var databases = new Databases(data, settings.postgresql)) {
            new WritesBench(settings, data, databases).run();
        }
    }

    private void run() throws Exception {
        prepare();
        var site = site(settings.working ? List.of() : List.of("--gatepost.work.enabled=false"));
        Map<String, List<Run>> ours = new LinkedHashMap<>();
        Map<String, List<Run>> bare = new LinkedHashMap<>();
        var before = left();
        var acknowledged = new LinkedHashMap<String, Long>();
        try (site) {
            site.start();
            var wrk = new Wrk(site);
            for (int round = 0; round <= settings.rounds; round++) {
                for (var deed : deeds) {
                    // The first round is there to warm up.
                    var run = wrk.run(deed.requests, round == 0 ? settings.warmUp : settings.seconds);
                    if (run.errors() > 0 || deed.requests.isUsedUp()) {
                        throw new IllegalStateException(run.errors() + " errors of " + deed.name + ", or too few forms");
                    }
                    acknowledged.merge(deed.name, run.requests(), Long::sum);
                    var commits = commits(deed);
                    if (round > 0) {
                        ours.computeIfAbsent(deed.name, unused -> new ArrayList<>())
                                .add(new Run(run.perSecond(), run.processorMillis()));
                        bare.computeIfAbsent(deed.name, unused -> new ArrayList<>())
                                .add(commits);
                    }
                }
                System.out.println("  round " + round + " of " + settings.rounds);
            }
            site.stop();
        }
        var after = left();
        int lost = 0;
        for (var deed : deeds) {
            lost += Math.max(0, acknowledged.get(deed.name) - (after.get(deed.name) - before.get(deed.name)));
        }
        tell(ours, bare, lost);
        if (lost > 0) {
            throw new IllegalStateException("acknowledged and not there");
        }
    }

    private void tell(Map<String, List<Run>> ours, Map<String, List<Run>> bare, int lost) throws IOException {
        var figures = new Figures(settings.postgresql ? "writes-postgresql" : "writes");
        ours.forEach((name, runs) -> figures.with(
                name + ": of bare commits", ratio(runs, bare.get(name), Run::perSecond)));
        ours.forEach((name, runs) -> figures.with(
                name + ": the same by processor time", ratio(runs, bare.get(name), run -> 1 / run.processorMillis)));
        ours.forEach((name, runs) -> figures.with(name + ": a second", Medians.of(runs, Run::perSecond))
                .with(name + ": a second, bare", Medians.of(bare.get(name), Run::perSecond))
                .with(name + ": ms of processor time", Medians.of(runs, Run::processorMillis))
                .with(name + ": ms of processor time, bare", Medians.of(bare.get(name), Run::processorMillis)));
        figures.with("connections", Wrk.CONNECTIONS)
                .with("rounds", settings.rounds)
                .with("seconds of each", settings.seconds)
                .with("waiting work done meanwhile", settings.working ? 1 : 0)
                .with("acknowledged and not there", lost)
                .tell();
    }

    private static double ratio(List<Run> ours, List<Run> bare, ToDoubleFunction<Run> figure) {
        return Medians.ofRatios(ours, bare, figure);
    }

    private Site site(List<String> more) throws IOException {
        List<String> options = new ArrayList<>(Site.SMALL_DEMO);
        options.addAll(databases.options());
        options.addAll(more);
        return new Site(data, true, options);
    }

    /** Does each deed once and takes what that left as the pattern for all others; then makes what they need. */
    private void prepare() throws Exception {
        var site = site(List.of());
        Map<String, Map<String, String>> forms = new LinkedHashMap<>();
        try (site) {
            site.start();
            site.stop();
        }
        // What waits for its work stays as it is then.
        var still = site(List.of(
                "--gatepost.work.enabled=false",
                "--spring.jpa.properties.hibernate.search.coordination.event_processor.enabled=false"));
        try (still) {
            still.start();
            once(still, forms);
            still.stop();
        }
        try (var database = databases.site()) {
            database.setAutoCommit(false);
            fill(database);
            bare(database);
        }
        requests(forms);
        databases.copy();
    }

    private void once(Site site, Map<String, Map<String, String>> forms) throws IOException, InterruptedException {
        new Visitor(site.address())
                .send("/mailing-list", Map.of("email", "first@people.example", "website", "", "topics", "JOBS"));
        var recruiter = new Visitor(site.address());
        recruiter.signIn("riley@demo.example");
        var draft = recruiter.listing(
                "Pattern",
                "You keep our systems in order: you watch them, mend them and write down what you did. ".repeat(12));
        recruiter.send("/hire/listings", draft);
        forms.put("draft", new LinkedHashMap<>(draft));
        draft.putAll(Map.of("title", "Pattern, published", "submission", UUID.randomUUID().toString()));
        String desk = recruiter.send("/hire/listings", draft);
        var publication = Visitor.form(recruiter.page(desk + "/preview"), ".*/publication");
        recruiter.send(desk + "/publication", publication);
        forms.put(PUBLICATION, publication);
        String apply = "/jobs/" + desk.substring(desk.lastIndexOf('/') + 1) + "/apply";
        for (String name : List.of("casey", "morgan")) {
            var member = new Visitor(site.address());
            member.signIn(name + "@demo.example");
            var application = new LinkedHashMap<>(Visitor.form(member.page(apply), ".*/apply"));
            application.remove("resume");
            member.send(apply, application);
            forms.put(name, application);
        }
    }

    private static final String DRAFT = "title = 'Pattern'";
    private static final String PUBLISHED = "title = 'Pattern, published'";

    private void fill(Connection database) throws SQLException {
        var made = new AtomicInteger();
        Value title = keys -> "Engineer " + made.incrementAndGet();
        Map<String, Value> anew = Map.of(
                "id", key("listing"), "submission_id", key("submission"), "title", title, "words_hash", random("words"));
        times(database, FORMS / 2, List.of(RowCopy.insert(database, "listing", PUBLISHED, anew)), keys ->
                live.add(keys.named("listing")));
        times(database, FORMS, List.of(RowCopy.insert(database, "listing", DRAFT, anew)), keys ->
                drafts.add(keys.named("listing")));
        for (String email : List.of("riley@demo.example", "casey@demo.example", "morgan@demo.example")) {
            sessionsOf(database, email);
        }
        times(
                database,
                DOMAINS,
                List.of(RowCopy.insert(database, "rate_limit", "state is not null", Map.of("id", random("bucket")))),
                keys -> buckets.add(keys.random("bucket")));
        try (var rows = database.createStatement().executeQuery("select id from account")) {
            while (rows.next()) {
                accounts.add(rows.getObject(1, UUID.class));
            }
        }
    }

    private void sessionsOf(Connection database, String email) throws SQLException {
        String account = "(select cast(id as varchar(36)) from account where email = '" + email + "')";
        String primary = "(select primary_id from spring_session where principal_name = " + account + ")";
        List<RowCopy> copies = new ArrayList<>();
        copies.add(RowCopy.insert(
                database,
                "spring_session",
                "primary_id = " + primary,
                Map.of("primary_id", random("session"), "session_id", random("cookie"))));
        try (var rows = database.createStatement()
                .executeQuery("select attribute_name from spring_session_attributes where session_primary_id = "
                        + primary)) {
            while (rows.next()) {
                copies.add(RowCopy.insert(
                        database,
                        "spring_session_attributes",
                        "session_primary_id = " + primary + " and attribute_name = '" + rows.getString(1) + "'",
                        Map.of("session_primary_id", random("session"))));
            }
        }
        List<String> cookies = new ArrayList<>();
        times(database, SESSIONS, copies, keys -> {
            cookies.add("gatepost="
                    + Base64.getEncoder()
                            .encodeToString(
                                    keys.random("cookie").getBytes(StandardCharsets.UTF_8)));
            sessionKeys.add(keys.random("session"));
        });
        sessions.put(email.substring(0, email.indexOf('@')), cookies);
    }

    private final List<String> sessionKeys = new ArrayList<>();

    private interface Made {
        void with(Keys keys);
    }

    private static void times(Connection database, int times, List<RowCopy> copies, Made made) throws SQLException {
        List<Prepared> prepared = new ArrayList<>();
        for (var copy : copies) {
            prepared.add(copy.on(database));
        }
        for (int number = 1; number <= times; number++) {
            var keys = new Keys();
            for (var each : prepared) {
                each.add(keys);
            }
            made.with(keys);
            if (number % AT_ONCE == 0 || number == times) {
                for (var each : prepared) {
                    each.writeAdded();
                }
                database.commit();
            }
        }
    }

    /** One after the other, and from the first again. */
    private static Value each(List<?> of) {
        var next = new AtomicInteger();
        return keys -> of.get(next.getAndIncrement() % of.size());
    }

    private void bare(Connection database) throws SQLException {
        String draft = "subject_id = (select id from listing where " + DRAFT + ")";
        String published = "(select id from listing where " + PUBLISHED + ")";
        Map<String, Value> session = Map.of("primary_id", each(sessionKeys));
        var touch = RowCopy.update(
                database,
                "spring_session",
                "primary_id = '" + sessionKeys.get(0) + "'",
                Map.of("session_id", random("cookie")),
                session);
        var flash = RowCopy.update(
                database,
                "spring_session_attributes",
                "session_primary_id = '" + sessionKeys.get(0) + "' and attribute_name = '" + FLASH + "'",
                Map.of(),
                Map.of("session_primary_id", each(sessionKeys), "attribute_name", keys -> FLASH));
        bare.put("draft", List.of(
                RowCopy.insert(database, "listing", DRAFT, Map.of(
                        "id", key("listing"), "submission_id", key("submission"), "words_hash", random("words"))),
                RowCopy.insert(database, "audit_entry", draft, Map.of("subject_id", key("listing"))),
                touch,
                flash));
        bare.put(PUBLICATION, List.of(
                RowCopy.update(database, "listing", PUBLISHED, Map.of(
                        "submission_id", key("submission"), "words_hash", random("words")), Map.of("id", each(drafts))),
                RowCopy.insert(
                        database,
                        "audit_entry",
                        "action = 'listing.published' and subject_id = " + published,
                        Map.of("subject_id", key("listing"))),
                RowCopy.insert(
                        database, "alert_news", "listing_id = " + published, Map.of("listing_id", key("listing"))),
                RowCopy.insert(
                        database,
                        "hsearch_outbox_event",
                        "entity_id = (select cast(id as varchar(36)) from listing where " + PUBLISHED + ")",
                        Map.of("id", key("event"), "entity_id", text("listing"))),
                touch,
                flash));
        String application = "(select id from application where listing_id = " + published + " order by id limit 1)";
        var pair = new AtomicInteger();
        bare.put("apply", List.of(
                RowCopy.insert(database, "application", "id = " + application, Map.of(
                        "id",
                        key("application"),
                        "listing_id",
                        keys -> live.get(keys.number("pair", pair) % live.size()),
                        "account_id",
                        keys -> accounts.get(keys.number("pair", pair) / live.size() % accounts.size()))),
                RowCopy.insert(
                        database, "application_step", "application_id = " + application, Map.of(
                                "id", key("step"), "application_id", key("application"))),
                RowCopy.insert(
                        database, "candidate_grant", "source_id = " + application, Map.of(
                                "id", key("grant"), "source_id", key("application"))),
                RowCopy.insert(
                        database, "notice", "kind = 'APPLICANT'", Map.of(
                                "id", key("notice"), "dedupe_key", text("notice"))),
                touch,
                flash));
        bare.put("subscribe", List.of(
                RowCopy.insert(database, "rate_limit", "state is not null", Map.of("id", random("network"))),
                RowCopy.insert(database, "rate_limit", "state is not null", Map.of("id", random("mailbox"))),
                RowCopy.update(
                        database, "rate_limit", "state is not null", Map.of(), Map.of("id", each(buckets))),
                RowCopy.insert(
                        database,
                        "scheduled_tasks",
                        "task_name = 'mailing-list-signup'",
                        Map.of("task_instance", text("task")))));
    }

    private final Map<String, List<RowCopy>> bare = new LinkedHashMap<>();

    private void requests(Map<String, Map<String, String>> forms) throws IOException {
        List<String> posting = new ArrayList<>();
        List<String> publishing = new ArrayList<>();
        List<String> applying = new ArrayList<>();
        List<String> subscribing = new ArrayList<>();
        var recruiters = sessions.get("riley");
        for (int number = 0; number < FORMS; number++) {
            var draft = new LinkedHashMap<>(forms.get("draft"));
            draft.put("title", "Watch officer " + number);
            draft.put("submission", UUID.randomUUID().toString());
            String recruiter = recruiters.get(number % SESSIONS);
            posting.add(Requests.post("/hire/listings", "", recruiter, Visitor.encoded(draft)));
            publishing.add(Requests.post(
                    "/hire/listings/" + drafts.get(number) + "/publication",
                    "",
                    recruiter,
                    Visitor.encoded(forms.get(PUBLICATION))));
            String member = number % 2 == 0 ? "casey" : "morgan";
            applying.add(Requests.post(
                    "/jobs/" + live.get(number / 2) + "/apply",
                    "",
                    sessions.get(member).get(number / 2 % SESSIONS),
                    Visitor.encoded(forms.get(member))));
            String email = "reader" + number + "@people" + number / TO_ONE_DOMAIN + ".example";
            String network = "10." + number / 65_536 + "." + number / 256 % 256 + "." + number % 256;
            subscribing.add(Requests.post(
                    "/mailing-list",
                    network,
                    "",
                    Visitor.encoded(Map.of("email", email, "website", "", "topics", "JOBS"))));
        }
        List<String> anybody = List.of("User-Agent: Mozilla/5.0");
        deeds.add(new Deed(
                "listing written",
                new Requests(posting, anybody),
                bare.get("draft"),
                "select count(*) from listing where title like 'Watch officer %'"));
        deeds.add(new Deed(
                "listing published",
                new Requests(publishing, anybody),
                bare.get(PUBLICATION),
                "select count(*) from audit_entry where action = 'listing.published'"));
        deeds.add(new Deed(
                "application", new Requests(applying, anybody), bare.get("apply"), "select count(*) from application"));
        deeds.add(new Deed(
                "subscription",
                new Requests(subscribing, anybody),
                bare.get("subscribe"),
                "select (select count(*) from subscriber) + (select count(*) from scheduled_tasks"
                        + " where task_name = 'mailing-list-signup')"));
    }

    /** How many of each are there, while no process has the database. */
    private Map<String, Long> left() throws SQLException {
        Map<String, Long> left = new LinkedHashMap<>();
        try (var database = databases.site();
                var statement = database.createStatement()) {
            for (var deed : deeds) {
                var rows = statement.executeQuery(deed.left);
                rows.next();
                left.put(deed.name, rows.getLong(1));
            }
        }
        return left;
    }

    /** As many threads as the site has connections, for as long. */
    private Run commits(Deed deed) throws Exception {
        var processor = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        long end = System.nanoTime() + settings.seconds * 1_000_000_000L;
        var threads = Executors.newFixedThreadPool(Wrk.CONNECTIONS);
        try {
            List<Callable<Integer>> all = new ArrayList<>();
            for (int number = 0; number < Wrk.CONNECTIONS; number++) {
                all.add(() -> commitUntil(end, deed.bare));
            }
            long processorBefore = processor.getProcessCpuTime();
            long began = System.nanoTime();
            int commits = 0;
            for (var each : threads.invokeAll(all)) {
                commits += each.get();
            }
            return new Run(
                    commits / ((System.nanoTime() - began) / 1e9),
                    (processor.getProcessCpuTime() - processorBefore) / 1e6 / commits);
        } finally {
            threads.shutdown();
        }
    }

    private int commitUntil(long end, List<RowCopy> rows) throws SQLException {
        int commits = 0;
        try (var database = databases.bare()) {
            database.setAutoCommit(false);
            List<Prepared> prepared = new ArrayList<>();
            for (var row : rows) {
                prepared.add(row.on(database));
            }
            while (System.nanoTime() < end) {
                var keys = new Keys();
                for (var each : prepared) {
                    each.write(keys);
                }
                database.commit();
                commits++;
            }
        }
        return commits;
    }
}
