package net.gatepost.alert;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person saved, and which listings they were told of. */
@Component
@Order(30)
class AlertData implements PersonalData {

    private final SavedListingRepository listings;
    private final SavedSearchRepository searches;
    private final AlertPersonRepository people;
    private final AlertQueries queries;
    private final JdbcClient database;

    AlertData(
            SavedListingRepository listings,
            SavedSearchRepository searches,
            AlertPersonRepository people,
            AlertQueries queries,
            JdbcClient database) {
        this.listings = listings;
        this.searches = searches;
        this.people = people;
        this.queries = queries;
        this.database = database;
    }

    record Listing(String page, Instant savedAt) {}

    record Search(String name, String page, Often alerts, boolean paused, Instant savedAt) {
        @Override
        public String toString() {
            return "Search[withheld]";
        }
    }

    record Told(String page, Instant at) {}

    record Content(boolean allAlertsStopped, List<Listing> listings, List<Search> searches, List<Told> mailed) {}

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json(
                "saved",
                new Content(
                        people.findById(accountId).map(AlertPerson::isMuted).orElse(false),
                        listings.findByAccountIdOrderBySavedAtDescIdDesc(accountId).stream()
                                .map(saved -> new Listing(page(saved.listingId()), saved.savedAt()))
                                .toList(),
                        searches
                                .findByAccountIdOrderByCreatedAtDescIdDesc(accountId, Limit.of(SavedSearches.MOST))
                                .stream()
                                .map(search -> new Search(
                                        search.name(),
                                        "/jobs?" + search.address(),
                                        search.often(),
                                        search.isPaused(),
                                        search.createdAt()))
                                .toList(),
                        told(accountId)));
    }

    @Override
    public void erase(UUID accountId) {
        listings.deleteOf(accountId);
        var typed = searches.findByAccountIdOrderByCreatedAtDescIdDesc(accountId, Limit.of(SavedSearches.MOST)).stream()
                .map(SavedSearch::queryId)
                .toList();
        searches.deleteOf(accountId);
        queries.forgetUnused(typed);
        database.sql("delete from alert_sent where account_id = ?")
                .param(accountId)
                .update();
        people.deleteOf(accountId);
    }

    private List<Told> told(UUID accountId) {
        return database.sql("select listing_id, sent_at from alert_sent where account_id = ? order by sent_at desc")
                .param(accountId)
                .query((row, number) -> new Told(
                        page(row.getObject(1, UUID.class)),
                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String page(UUID listing) {
        return "/jobs/" + listing;
    }
}
