package net.gatepost.alert;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.web.SignedLinks;
import net.gatepost.web.SiteAddress;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the links in an alert do without signing in: pause or stop one search, or all alerts of the person. They work for
 * ever, are signed for that alone, and tell nothing that the mail doesn't.
 */
@Service
@Transactional
public class AlertLinks {

    /** Also the paths that the links have. */
    static final String SEARCH = "alerts/search";

    static final String ALL = "alerts/all";

    private final SavedSearchRepository searches;
    private final AlertPersonRepository people;
    private final Rounds rounds;
    private final KeptSearches addresses;
    private final AlertWords words;
    private final SignedLinks links;
    private final SiteAddress site;
    private final Clock clock;

    AlertLinks(
            SavedSearchRepository searches,
            AlertPersonRepository people,
            Rounds rounds,
            KeptSearches addresses,
            AlertWords words,
            SignedLinks links,
            SiteAddress site,
            Clock clock) {
        this.searches = searches;
        this.people = people;
        this.rounds = rounds;
        this.addresses = addresses;
        this.words = words;
        this.links = links;
        this.site = site;
        this.clock = clock;
    }

    /** A search as a link's page shows it. */
    public record LinkedSearch(String label, Often often, boolean paused) {

        public boolean tells() {
            return often != Often.OFF && !paused;
        }
    }

    /** The search that a link was made for; empty for any other text, and once it is deleted. */
    @Transactional(readOnly = true)
    public Optional<LinkedSearch> search(String token) {
        return links.read(SEARCH, token)
                .flatMap(searches::findById)
                .map(search -> new LinkedSearch(
                        words.label(addresses.read(search.address(), null)), search.often(), search.isPaused()));
    }

    /** Answers whether there is such a search, as the others do. */
    public boolean pause(String token) {
        return change(token, SavedSearch::pause);
    }

    public boolean stop(String token) {
        return change(token, search -> search.tell(Often.OFF, rounds.latest(), clock.instant()));
    }

    /** Undoes either. @param often how often a search that was stopped told of new listings before */
    public boolean resume(String token, Often often) {
        return change(token, search -> {
            if (search.often() == Often.OFF) {
                search.tell(often, rounds.latest(), clock.instant());
            }
            search.resume(rounds.latest(), clock.instant());
        });
    }

    /** Whether the person of a link gets alerts at all; empty for any other text. */
    @Transactional(readOnly = true)
    public Optional<Boolean> all(String token) {
        return links.read(ALL, token).flatMap(people::findByLinkId).map(person -> !person.isMuted());
    }

    /** Stops all alerts of a link's person. */
    public boolean mute(String token) {
        var person = takeAll(token);
        person.ifPresent(AlertPerson::mute);
        return person.isPresent();
    }

    public boolean unmute(String token) {
        var person = takeAll(token);
        person.ifPresent(this::unmute);
        return person.isPresent();
    }

    private void unmute(AlertPerson person) {
        if (person.isMuted()) {
            person.unmute();
            var now = clock.instant();
            long round = rounds.latest();
            searches.findByAccountIdOrderByCreatedAtDescIdDesc(person.accountId(), Limit.of(SavedSearches.MOST))
                    .forEach(search -> search.dealtWith(round, now));
        }
    }

    /** Absolute, for a mail. */
    String linkTo(SavedSearch search, String act) {
        return site.link('/' + SEARCH + '/' + links.tokenFor(SEARCH, search.id()) + '/' + act);
    }

    /** As {@link #linkTo}. */
    String linkToAll(UUID linkId) {
        return site.link('/' + ALL + '/' + links.tokenFor(ALL, linkId));
    }

    private boolean change(String token, Consumer<SavedSearch> change) {
        var search = links.read(SEARCH, token).flatMap(searches::findById);
        search.ifPresent(found -> {
            people.take(found.accountId());
            change.accept(found);
        });
        return search.isPresent();
    }

    private Optional<AlertPerson> takeAll(String token) {
        return links.read(ALL, token).flatMap(people::findByLinkId).map(person -> people.take(person.accountId()));
    }
}
