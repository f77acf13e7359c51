package net.gatepost.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.clearance.RequirementSignature;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.job.search.ListingQuery;
import net.gatepost.job.web.KeptSearches;
import net.gatepost.job.web.KeptSearches.KeptSearch;
import net.gatepost.job.web.ListingPages;
import net.gatepost.job.web.ListingReaders;
import net.gatepost.mail.Mails;
import net.gatepost.mail.Mails.Letter;
import net.gatepost.web.Role;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes one person's alert: all of their searches that are due, in one mail. The mail, what it told of and how far the
 * searches are dealt with commit together, with the person's row locked: a process that dies neither loses nor repeats any
 * of it, and two processes follow one another.
 */
@Component
class AlertMailing {

    /** Listings of one mail; the site has the rest. */
    static final int MOST_LISTINGS = 20;

    /** Finds that one mail takes care of; a search that found more is too wide to be told in mails. */
    static final int MOST_FOUND = 200;

    private final SavedSearchRepository searches;
    private final AlertPersonRepository people;
    private final AlertMatches matches;
    private final Rounds rounds;
    private final Accounts accounts;
    private final Listings listings;
    private final Employers employers;
    private final ListingPages pages;
    private final ListingReaders readers;
    private final KeptSearches addresses;
    private final AlertWords words;
    private final AlertLinks links;
    private final Mails mails;
    private final Clock clock;

    AlertMailing(
            SavedSearchRepository searches,
            AlertPersonRepository people,
            AlertMatches matches,
            Rounds rounds,
            Accounts accounts,
            Listings listings,
            Employers employers,
            ListingPages pages,
            ListingReaders readers,
            KeptSearches addresses,
            AlertWords words,
            AlertLinks links,
            Mails mails,
            Clock clock) {
        this.searches = searches;
        this.people = people;
        this.matches = matches;
        this.rounds = rounds;
        this.accounts = accounts;
        this.listings = listings;
        this.employers = employers;
        this.pages = pages;
        this.readers = readers;
        this.addresses = addresses;
        this.words = words;
        this.links = links;
        this.mails = mails;
        this.clock = clock;
    }

    /** A listing in a mail. @param why the searches that found it, as mails call them */
    record Told(
            String title,
            String path,
            String employer,
            String place,
            @Nullable String pay,
            @Nullable String ends,
            List<String> why) {}

    /** A search at the foot of a mail. */
    record Foot(String label, String jobs, String pause, String stop) {
        @Override
        public String toString() {
            return "Foot[withheld]";
        }
    }

    /** Tells one person of what their searches have found, unless there is nothing. */
    @Transactional
    public void send(UUID accountId) {
        var person = people.lock(accountId).orElse(null);
        if (person == null) {
            return;
        }
        var now = clock.instant();
        long round = rounds.latest();
        Map<UUID, SavedSearch> due = new LinkedHashMap<>();
        searches.findByAccountIdOrderByCreatedAtDescIdDesc(accountId, Limit.of(SavedSearches.MOST)).stream()
                .filter(search -> search.isDue(now))
                .forEach(search -> due.put(search.id(), search));
        var contact = accounts.contacts(List.of(accountId)).get(accountId);
        if (!due.isEmpty() && contact != null && !person.isMuted()) {
            tell(person, contact, due, round);
        }
        due.values().forEach(search -> search.dealtWith(round, now));
    }

    private void tell(AlertPerson person, Accounts.Contact contact, Map<UUID, SavedSearch> due, long round) {
        var found = matches.untold(person.accountId(), due.keySet(), round, MOST_FOUND);
        if (found.isEmpty()) {
            return;
        }
        var live = live(found);
        var asked = asked(person.accountId(), due, found);
        Map<UUID, Shown> all = new LinkedHashMap<>();
        for (var one : found) {
            var listing = live.get(one.listing());
            var search = asked.get(one.search());
            if (listing != null && search != null && isFor(search.query(), listing)) {
                all.computeIfAbsent(one.listing(), id -> new Shown(listing, new LinkedHashMap<>()))
                        .searches()
                        .put(one.search(), words.label(search));
            }
        }
        if (all.isEmpty()) {
            return;
        }
        var shown = all.values().stream().limit(MOST_LISTINGS).toList();
        var ids = shown.stream().map(one -> one.listing().id()).toList();
        matches.sent(person.accountId(), ids);
        Map<UUID, String> labels = new LinkedHashMap<>();
        shown.forEach(one -> labels.putAll(one.searches()));
        var feet = new ArrayList<Foot>();
        labels.forEach((id, label) -> {
            var search = due.get(id);
            if (search != null) {
                feet.add(new Foot(
                        label,
                        "/me/searches/" + id + "/jobs",
                        links.linkTo(search, "pause"),
                        links.linkTo(search, "stop")));
            }
        });
        mails.send(letter(person, contact, told(shown), feet, all.size() - shown.size())
                .once(key(person, ids)));
    }

    /** A listing with the searches that found it, as mails call them. */
    private record Shown(ListingView listing, Map<UUID, String> searches) {}

    private List<Told> told(List<Shown> shown) {
        var employed = employers.byIds(
                shown.stream().map(one -> one.listing().employerId()).distinct().toList());
        return shown.stream()
                .map(one -> told(
                        one.listing(),
                        employed,
                        one.searches().values().stream().distinct().toList()))
                .toList();
    }

    /** As they stand now and not as they were matched: one that has ended meanwhile is in no mail. */
    private Map<UUID, ListingView> live(List<AlertMatches.Found> found) {
        var ids = new LinkedHashSet<UUID>();
        found.forEach(one -> ids.add(one.listing()));
        return listings.publishedAmong(listings.liveAmong(ids)).stream()
                .filter(ListingView::isLive)
                .collect(toMap(ListingView::id, identity()));
    }

    /** What the searches that found something ask, by what the person's profile says now. */
    private Map<UUID, KeptSearch> asked(UUID accountId, Map<UUID, SavedSearch> due, List<AlertMatches.Found> found) {
        var reader = readers.of(new Viewer(accountId, "", Set.of(Role.MEMBER)));
        Map<UUID, KeptSearch> asked = new LinkedHashMap<>();
        for (var one : found) {
            var search = due.get(one.search());
            if (search != null) {
                asked.computeIfAbsent(search.id(), id -> addresses.read(search.address(), reader));
            }
        }
        return asked;
    }

    /** The one filter that was left out when listings were matched, because it depends on the person. */
    private static boolean isFor(ListingQuery query, ListingView listing) {
        var qualifying = query.qualifying();
        var least = qualifying == null ? null : qualifying.least();
        return qualifying == null
                || least == null
                || qualifying
                        .qualification()
                        .atLeast(least)
                        .contains(RequirementSignature.of(listing.content().clearance()));
    }

    private Told told(ListingView listing, Map<UUID, EmployerView> employed, List<String> why) {
        var content = listing.content();
        var employer = employed.get(listing.employerId());
        var ends = content.ends();
        return new Told(
                listing.title(),
                listing.path(),
                employer == null ? "" : employer.name(),
                pages.place(content),
                content.pay().map(pages::pay).orElse(null),
                ends == null ? null : pages.day(ends),
                why);
    }

    private Letter letter(AlertPerson person, Accounts.Contact contact, List<Told> told, List<Foot> feet, int more) {
        String all = links.linkToAll(person.linkId());
        return Letter.of(
                        "alert/mail-alert",
                        contact.email(),
                        Map.of("listings", told, "searches", feet, "more", more, "all", all))
                .subjectArguments(told.size() + more)
                .headers(Map.of(
                        "List-Unsubscribe", "<" + all + ">", "List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }

    /** Of these listings the person is told once, whatever happens. */
    private static String key(AlertPerson person, List<UUID> shown) {
        var ids = new ArrayList<>(shown);
        return "alert/" + UUID.nameUUIDFromBytes((person.accountId() + ids.toString()).getBytes(UTF_8));
    }
}
