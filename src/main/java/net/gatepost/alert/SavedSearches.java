package net.gatepost.alert;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The searches that members keep, each their own. */
@Service
@Transactional
public class SavedSearches {

    /** Of one person; decided under the lock on the member's row. */
    public static final int MOST = 50;

    public static final int LONGEST_NAME = 80;

    /** An address that is longer can't be kept; the search page has hardly any. */
    public static final int LONGEST_ADDRESS = 4_000;

    private final SavedSearchRepository searches;
    private final AlertPersonRepository people;
    private final AlertQueries queries;
    private final Rounds rounds;
    private final Clock clock;

    SavedSearches(
            SavedSearchRepository searches,
            AlertPersonRepository people,
            AlertQueries queries,
            Rounds rounds,
            Clock clock) {
        this.searches = searches;
        this.people = people;
        this.queries = queries;
        this.rounds = rounds;
        this.clock = clock;
    }

    /**
     * Keeps a search. What is new from now on is told of.
     *
     * @throws AlreadySaved when this person keeps the very same
     * @throws SavedFull when they keep {@link #MOST} already
     */
    public UUID save(Viewer viewer, KeptSearch search, String name, Often often) {
        if (search.address().length() > LONGEST_ADDRESS) {
            throw new IllegalArgumentException("too long an address for a saved search");
        }
        people.take(viewer.id());
        String key = AlertQueries.keyOf(search.address());
        var same = searches.findByAccountIdAndAddressKey(viewer.id(), key);
        if (same.isPresent()) {
            throw new AlreadySaved(same.get().id());
        }
        if (searches.countByAccountId(viewer.id()) >= MOST) {
            throw new SavedFull();
        }
        var saved = new SavedSearch(
                viewer.id(), name, search.address(), key, queries.of(search), often, rounds.latest(), clock.instant());
        return searches.save(saved).id();
    }

    /** The one of this person that looks for just that. */
    @Transactional(readOnly = true)
    public Optional<UUID> same(Viewer viewer, KeptSearch search) {
        return searches.findByAccountIdAndAddressKey(viewer.id(), AlertQueries.keyOf(search.address()))
                .map(SavedSearch::id);
    }

    /** All of them, the last saved first. */
    @Transactional(readOnly = true)
    public List<SearchView> all(Viewer viewer) {
        return first(viewer, MOST);
    }

    @Transactional(readOnly = true)
    public List<SearchView> first(Viewer viewer, int most) {
        return searches.findByAccountIdOrderByCreatedAtDescIdDesc(viewer.id(), Limit.of(most)).stream()
                .map(SearchView::of)
                .toList();
    }

    @Transactional(readOnly = true)
    public long count(Viewer viewer) {
        return searches.countByAccountId(viewer.id());
    }

    /** @throws NotFound when there is none such of this person */
    @Transactional(readOnly = true)
    public SearchView one(Viewer viewer, UUID id) {
        return SearchView.of(require(viewer, id));
    }

    /** Of two changes at once the later counts: there is one person, and nothing to conflict. */
    public void change(Viewer viewer, UUID id, String name, Often often) {
        people.take(viewer.id());
        var search = require(viewer, id);
        search.rename(name);
        search.tell(often, rounds.latest(), clock.instant());
    }

    public void pause(Viewer viewer, UUID id) {
        people.take(viewer.id());
        require(viewer, id).pause();
    }

    public void resume(Viewer viewer, UUID id) {
        people.take(viewer.id());
        require(viewer, id).resume(rounds.latest(), clock.instant());
    }

    /** Whether this person has stopped all alerts, by the link of a mail. */
    @Transactional(readOnly = true)
    public boolean isMuted(Viewer viewer) {
        return people.findById(viewer.id()).map(AlertPerson::isMuted).orElse(false);
    }

    /** Lets the searches tell of new listings again, from now on. */
    public void unmute(Viewer viewer) {
        var person = people.take(viewer.id());
        if (person.isMuted()) {
            person.unmute();
            var now = clock.instant();
            long round = rounds.latest();
            searches.findByAccountIdOrderByCreatedAtDescIdDesc(viewer.id(), Limit.of(MOST))
                    .forEach(search -> search.dealtWith(round, now));
        }
    }

    /** @throws NotFound when there is none such of this person */
    public void remove(Viewer viewer, UUID id) {
        if (searches.delete(id, viewer.id()) == 0) {
            throw new NotFound();
        }
    }

    private SavedSearch require(Viewer viewer, UUID id) {
        return searches.findByIdAndAccountId(id, viewer.id()).orElseThrow(NotFound::new);
    }
}
