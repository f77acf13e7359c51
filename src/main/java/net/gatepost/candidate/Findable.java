package net.gatepost.candidate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.account.Accounts;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.candidate.search.CandidateQuery;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom an employer may find, decided by the database as it stands now. The index only proposes: what it has not heard of yet
 * is left out of the query by {@link #hiddenFrom}, and every row that is shown comes from {@link #among}.
 */
@Service
public class Findable {

    /** As many changes as a query can leave out; so many wait only when the index has not followed for long. */
    static final int MOST_WITHHELD = 10_000;

    private final ProfileRepository profiles;
    private final ProfileRowRepository rows;
    private final WithheldRepository withheld;
    private final GrantRepository grants;
    private final Blocks blocks;
    private final CandidatePages pages;
    private final CandidateFit fit;
    private final Employers employers;
    private final Accounts accounts;

    Findable(
            ProfileRepository profiles,
            ProfileRowRepository rows,
            WithheldRepository withheld,
            GrantRepository grants,
            Blocks blocks,
            CandidatePages pages,
            CandidateFit fit,
            Employers employers,
            Accounts accounts) {
        this.profiles = profiles;
        this.rows = rows;
        this.withheld = withheld;
        this.grants = grants;
        this.blocks = blocks;
        this.pages = pages;
        this.fit = fit;
        this.employers = employers;
        this.accounts = accounts;
    }

    /**
     * Who must not be found by this recruiter although the index may still think so: who sealed or blocked since it last
     * followed, and the employers' own people.
     *
     * @throws CatchingUp if they are too many
     */
    @Transactional(readOnly = true)
    public Set<UUID> hiddenFrom(Finder finder) {
        var changed = withheld.handlesWithheldFrom(finder.employerIds(), Limit.of(MOST_WITHHELD + 1));
        if (changed.size() > MOST_WITHHELD) {
            throw new CatchingUp();
        }
        Set<UUID> hidden = new HashSet<>(changed);
        var own = ownPeople(finder);
        if (!own.isEmpty()) {
            hidden.addAll(profiles.handlesOf(own));
        }
        return hidden;
    }

    private Set<UUID> ownPeople(Finder finder) {
        return finder.eyes().stream()
                .flatMap(employer -> employers.recruitersOf(employer.id()).stream())
                .collect(Collectors.toSet());
    }

    /**
     * Who looks for members.
     *
     * @param employer for which
     * @param eyes every employer that the recruiter acts for, this one among them: whoever is kept from one of them is kept from
     *     the person who reads for it
     */
    public record Finder(EmployerView employer, List<EmployerView> eyes) {

        /** Those for which the recruiter may look. */
        public List<EmployerView> employers() {
            return eyes.stream().filter(EmployerView::isVerified).toList();
        }

        Set<UUID> employerIds() {
            return eyes.stream().map(EmployerView::id).collect(Collectors.toSet());
        }

        /** What the index knows the employers' own people by. */
        public List<String> traces() {
            return eyes.stream()
                    .flatMap(each -> EmployerTraces.of(each).stream())
                    .map(CandidateDocument::hash)
                    .distinct()
                    .toList();
        }
    }

    /**
     * The recruiter, looking for the employer that a request names.
     *
     * @param named the id of an employer; nothing for the first of them
     * @throws NotFound unless the recruiter acts for it and it is verified
     */
    @Transactional(readOnly = true)
    public Finder finder(Viewer recruiter, @Nullable String named) {
        return finderIfAllowed(recruiter, named).orElseThrow(NotFound::new);
    }

    /** As {@link #finder(Viewer, String)}; empty where that finds nothing. */
    @Transactional(readOnly = true)
    public Optional<Finder> finderIfAllowed(Viewer recruiter, @Nullable String named) {
        var eyes = employers.actingFor(recruiter);
        return eyes.stream()
                .filter(EmployerView::isVerified)
                .filter(employer -> named == null
                        || named.isBlank()
                        || employer.id().toString().equals(named.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(employer -> new Finder(employer, eyes));
    }

    /**
     * The recruiter, looking for this employer.
     *
     * @throws NotFound unless the recruiter acts for it and it is verified
     */
    @Transactional(readOnly = true)
    public Finder finder(Viewer recruiter, UUID employerId) {
        return finder(recruiter, employerId.toString());
    }

    /**
     * A member as a recruiter finds them in a list: masked, whoever they are.
     *
     * @param named whether the employer may see who it is
     * @param reasons by what they answer the search that found them
     */
    public record Card(UUID handle, CandidatePages.Brief profile, boolean named, List<CandidatePage.Fact> reasons) {

        @Override
        public String toString() {
            return "Card[withheld]";
        }
    }

    /**
     * A member as a recruiter may read of them.
     *
     * @param named whether the employer may see who it is
     */
    public record InFull(CandidatePage page, boolean named) {

        @Override
        public String toString() {
            return "InFull[withheld]";
        }
    }

    /** Somebody whom the recruiter may find now. */
    private record Shown(UUID handle, CandidateProfile profile, String ownerName, boolean named) {

        @Override
        public String toString() {
            return "Shown[withheld]";
        }
    }

    /**
     * Those of these whom the recruiter may find now, in the same order and all of them masked: to see a name is a look, which
     * {@link Looks} writes down. As many statements whatever the number, which is a page's.
     *
     * @param query that found them: for the reasons
     */
    @Transactional(readOnly = true)
    public List<Card> among(Finder finder, Collection<UUID> handles, CandidateQuery query) {
        return shown(finder, handles).stream()
                .map(each -> new Card(
                        each.handle,
                        pages.brief(each.profile, each.ownerName),
                        each.named,
                        fit.reasons(query, each.profile, each.ownerName)))
                .toList();
    }

    /** The member in full, if the recruiter may find them now: named if they are open or have let the employer in. */
    Optional<InFull> inFull(Finder finder, UUID handle) {
        return shown(finder, List.of(handle)).stream()
                .map(each -> new InFull(
                        pages.page(each.profile, each.ownerName, each.named ? Audience.OPEN : Audience.MASKED),
                        each.named))
                .findFirst();
    }

    private List<Shown> shown(Finder finder, Collection<UUID> handles) {
        if (handles.isEmpty()) {
            return List.of();
        }
        Map<UUID, Profile> byHandle = new HashMap<>();
        profiles.findWithSkills(handles).forEach(profile -> byHandle.put(profile.handle(), profile));
        profiles.withPlaces(byHandle.values());
        var members = byHandle.values().stream().map(Profile::accountId).toList();
        var owners = accounts.contacts(members);
        var letIn = grants.membersWhoLetIn(finder.employer().id(), members);
        var blocked = blocks.blockedBy(finder.employerIds(), members);
        var own = ownPeople(finder);
        Map<UUID, List<ProfileRow<?>>> entries = new HashMap<>();
        rows.findByProfileIdInOrderById(
                        byHandle.values().stream().map(Profile::id).toList())
                .forEach(row -> entries.computeIfAbsent(row.profileId(), unused -> new ArrayList<>())
                        .add(row));
        List<Shown> shown = new ArrayList<>();
        for (UUID handle : handles) {
            var profile = byHandle.get(handle);
            if (profile == null || profile.visibility() == Visibility.SEALED) {
                continue;
            }
            UUID member = profile.accountId();
            var owner = owners.get(member);
            var stored = CandidateProfile.of(profile, entries.getOrDefault(profile.id(), List.of()));
            if (owner == null
                    || blocked.contains(member)
                    || own.contains(member)
                    || finder.eyes().stream().anyMatch(employer -> Blocks.worksFor(stored, employer))) {
                continue;
            }
            boolean named = profile.visibility() == Visibility.OPEN || letIn.contains(member);
            shown.add(new Shown(handle, stored, owner.name(), named));
        }
        return shown;
    }
}
