package net.gatepost.candidate.saved;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.gatepost.candidate.Findable;
import net.gatepost.employer.RecruiterLeft;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The searches for members that recruiters keep, each their own and each for one employer. */
@Service
@Transactional
class RecruiterSearches {

    /** Of one recruiter, for all of their employers together. */
    static final int MOST = 20;

    static final int LONGEST_NAME = 80;
    static final int LONGEST_ADDRESS = 2_000;

    private final RecruiterSearchRepository searches;
    private final Findable findable;
    private final Clock clock;

    RecruiterSearches(RecruiterSearchRepository searches, Findable findable, Clock clock) {
        this.searches = searches;
        this.findable = findable;
        this.clock = clock;
    }

    /** The recruiter keeps {@link #MOST} already. */
    static final class Full extends RuntimeException {}

    /**
     * Keeps a search for an employer that the viewer may look for. Of who is new from today on they are told. The very same,
     * kept again, stays as it is.
     *
     * @param address of the search, without its employer
     */
    void keep(Viewer viewer, UUID employerId, String address, String name, AlertOften often) {
        var employer = findable.finder(viewer, employerId).employer();
        String key = keyOf(address);
        for (int place : freePlaces(viewer)) {
            int kept = searches.keep(
                    UuidCreator.getTimeOrderedEpoch(),
                    viewer.id(),
                    employer.id(),
                    place,
                    name,
                    address,
                    key,
                    often.name(),
                    today(),
                    clock.instant());
            if (kept == 1 || same(viewer, employerId, address).isPresent()) {
                return;
            }
        }
        if (same(viewer, employerId, address).isEmpty()) {
            throw new Full();
        }
    }

    private List<Integer> freePlaces(Viewer viewer) {
        Set<Integer> taken = searches.findByAccountIdOrderByPlace(viewer.id()).stream()
                .map(RecruiterSearch::place)
                .collect(Collectors.toCollection(HashSet::new));
        return IntStream.range(0, MOST)
                .filter(place -> !taken.contains(place))
                .boxed()
                .toList();
    }

    @Transactional(readOnly = true)
    Optional<RecruiterSearch> same(Viewer viewer, UUID employerId, String address) {
        return searches.findByAccountIdAndEmployerIdAndAddressKey(viewer.id(), employerId, keyOf(address));
    }

    @Transactional(readOnly = true)
    List<RecruiterSearch> all(Viewer viewer) {
        return searches.findByAccountIdOrderByPlace(viewer.id());
    }

    @Transactional(readOnly = true)
    RecruiterSearch one(Viewer viewer, UUID id) {
        return searches.findByIdAndAccountId(id, viewer.id()).orElseThrow(NotFound::new);
    }

    /** Of two changes at once the later counts: there is one person, and nothing to conflict. */
    void change(Viewer viewer, UUID id, String name, AlertOften often) {
        searches.lock(id)
                .filter(search -> search.accountId().equals(viewer.id()))
                .orElseThrow(NotFound::new)
                .change(name, often, today());
    }

    void remove(Viewer viewer, UUID id) {
        if (searches.delete(id, viewer.id()) == 0) {
            throw new NotFound();
        }
    }

    /** What was looked for an employer is for who recruits for it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void forget(RecruiterLeft news) {
        searches.deleteOf(news.accountId(), news.employerId());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private static String keyOf(String address) {
        return UUID.nameUUIDFromBytes(address.getBytes(UTF_8)).toString();
    }
}
