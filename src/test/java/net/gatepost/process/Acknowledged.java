package net.gatepost.process;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the site has acknowledged, by addresses of people and titles of listings, and what a database holds of it. */
final class Acknowledged {

    private static final String ACCOUNTS = "select email from account";
    private static final String SUBSCRIBERS = "select email from subscriber";
    private static final String TITLES = "select title from listing";
    private static final String APPLIED_FOR = "select l.title from application a join listing l on l.id = a.listing_id";

    final Set<String> subscribed = ConcurrentHashMap.newKeySet();
    final Set<String> joined = ConcurrentHashMap.newKeySet();
    final Set<String> confirmed = ConcurrentHashMap.newKeySet();
    final Set<String> posted = ConcurrentHashMap.newKeySet();
    final Set<String> published = ConcurrentHashMap.newKeySet();
    final Set<String> applied = ConcurrentHashMap.newKeySet();

    /** Applications that were moved on to an interview, by the listing. */
    final Set<String> moved = ConcurrentHashMap.newKeySet();

    int count() {
        return subscribed.size()
                + joined.size()
                + confirmed.size()
                + posted.size()
                + published.size()
                + applied.size()
                + moved.size();
    }

    Set<String> owedAMail() {
        Set<String> owed = new HashSet<>(subscribed);
        owed.addAll(joined);
        return owed;
    }

    List<String> missingIn(Connection database) throws SQLException {
        List<String> missing = new ArrayList<>();
        missing.addAll(without(subscribed, all(database, SUBSCRIBERS)));
        missing.addAll(without(confirmed, all(database, ACCOUNTS)));
        missing.addAll(without(posted, all(database, TITLES)));
        missing.addAll(without(published, all(database, TITLES + " where status = 'LIVE'")));
        missing.addAll(without(applied, all(database, APPLIED_FOR)));
        missing.addAll(without(moved, all(database, APPLIED_FOR + " where a.stage = 'INTERVIEW'")));
        return missing;
    }

    private static List<String> without(Set<String> acknowledged, List<String> kept) {
        var missing = new HashSet<>(acknowledged);
        kept.forEach(missing::remove);
        return List.copyOf(missing);
    }

    /** What is there more than once, acknowledged or not. */
    static List<String> doubledIn(Connection database) throws SQLException {
        List<String> doubled = new ArrayList<>();
        for (String kept : List.of(
                SUBSCRIBERS,
                ACCOUNTS,
                TITLES + " where title like 'Engineer %-%-%-%-%'",
                APPLIED_FOR + " where l.title like 'Engineer %-%-%-%-%'")) {
            Set<String> seen = new HashSet<>();
            all(database, kept).stream().filter(each -> !seen.add(each)).forEach(doubled::add);
        }
        return doubled;
    }

    private static List<String> all(Connection database, String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }
}
