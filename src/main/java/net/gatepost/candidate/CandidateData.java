package net.gatepost.candidate;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import net.gatepost.account.PersonalData;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The cleared profile, who may see it and who looked, and at how many profiles the person looked for an employer. */
@Component
@Order(60)
class CandidateData implements PersonalData {

    private final ProfileRepository profiles;
    private final ProfileRowRepository rows;
    private final GrantRepository grants;
    private final BlockRepository blocks;
    private final LookRepository looks;
    private final RequestRepository requests;
    private final LookQuota quota;
    private final CandidateIndexing indexing;
    private final Employers employers;

    CandidateData(
            ProfileRepository profiles,
            ProfileRowRepository rows,
            GrantRepository grants,
            BlockRepository blocks,
            LookRepository looks,
            RequestRepository requests,
            LookQuota quota,
            CandidateIndexing indexing,
            Employers employers) {
        this.profiles = profiles;
        this.rows = rows;
        this.grants = grants;
        this.blocks = blocks;
        this.looks = looks;
        this.requests = requests;
        this.quota = quota;
        this.indexing = indexing;
        this.employers = employers;
    }

    /** The profile as it was typed. */
    record Written(
            Visibility visibility,
            Basics basics,
            Plans plans,
            Personal personal,
            Map<String, List<Object>> entries,
            Instant begunAt,
            Instant changedAt) {
        @Override
        public String toString() {
            return "Written[withheld]";
        }
    }

    record LetIn(String employer, Grant.Source because, Instant at) {}

    record KeptFrom(String employer, Instant at) {}

    record LookedAtYou(String employer, String by, Look.Seen seen, Instant at) {}

    record AskedYou(String employer, String by, @Nullable String message, RequestStatus status, Instant at) {}

    /** Not at whom: that is the other person's. */
    record YouLooked(String employer, Look.Seen seen, Instant at) {}

    record Access(
            List<LetIn> letIn,
            List<KeptFrom> keptFrom,
            List<LookedAtYou> lookedAtYou,
            List<AskedYou> askedYou,
            List<YouLooked> youLooked) {
        @Override
        public String toString() {
            return "Access[withheld]";
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        profiles.findByAccountId(accountId).ifPresent(profile -> archive.json("profile", written(profile)));
        archive.json("profile-access", access(accountId));
    }

    private Written written(Profile profile) {
        var stored = rows.findByProfileIdOrderById(profile.id());
        var entries = new LinkedHashMap<String, List<Object>>();
        Section.ALL.forEach(section -> entries.put(
                section.name(),
                stored.stream()
                        .filter(section::holds)
                        .map(row -> (Object) row.content())
                        .toList()));
        return new Written(
                profile.visibility(),
                profile.basics(),
                profile.plans(),
                profile.personal(),
                entries,
                profile.createdAt(),
                profile.changedAt());
    }

    private Access access(UUID accountId) {
        var letIn = grants.findByAccountIdOrderByGrantedAt(accountId);
        var keptFrom = blocks.findByAccountIdOrderByBlockedAt(accountId);
        var atThem = looks.findByAccountIdOrderByLookedAt(accountId);
        var asked = requests.findByAccountIdOrderByAskedAt(accountId);
        var byThem = looks.findByRecruiterIdOrderByLookedAt(accountId);
        var names = employerNames(Stream.of(
                        letIn.stream().map(Grant::employerId),
                        keptFrom.stream().map(Block::employerId),
                        atThem.stream().map(Look::employerId),
                        asked.stream().map(Request::employerId),
                        byThem.stream().map(Look::employerId))
                .flatMap(ids -> ids)
                .distinct()
                .toList());
        return new Access(
                letIn.stream()
                        .map(grant -> new LetIn(names.apply(grant.employerId()), grant.source(), grant.grantedAt()))
                        .toList(),
                keptFrom.stream()
                        .map(block -> new KeptFrom(names.apply(block.employerId()), block.blockedAt()))
                        .toList(),
                atThem.stream()
                        .map(look -> new LookedAtYou(
                                names.apply(look.employerId()), look.recruiterName(), look.seen(), look.lookedAt()))
                        .toList(),
                asked.stream()
                        .map(request -> new AskedYou(
                                names.apply(request.employerId()),
                                request.recruiterName(),
                                request.message(),
                                request.status(),
                                request.askedAt()))
                        .toList(),
                byThem.stream()
                        .map(look -> new YouLooked(names.apply(look.employerId()), look.seen(), look.lookedAt()))
                        .toList());
    }

    private Function<UUID, String> employerNames(Collection<UUID> ids) {
        Map<UUID, String> names =
                employers.byIds(ids).values().stream().collect(toMap(EmployerView::id, EmployerView::name));
        return id -> requireNonNull(names.get(id));
    }

    /**
     * What the person looked at as a recruiter stays in the ledgers of those whom they looked at, without their name: a ledger
     * from which lines can vanish would be none.
     */
    @Override
    public void erase(UUID accountId) {
        requests.deleteOf(accountId);
        profiles.lockByAccountId(accountId).ifPresent(profile -> {
            indexing.withhold(profile, null);
            rows.deleteAll(rows.findByProfileIdOrderById(profile.id()));
            profiles.delete(profile);
        });
        grants.deleteOf(accountId);
        blocks.deleteOf(accountId);
        looks.deleteAt(accountId);
        looks.forgetNameOf(accountId);
        quota.erase(accountId);
        requests.forgetNameOf(accountId);
    }
}
