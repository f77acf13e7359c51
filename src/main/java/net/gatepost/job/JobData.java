package net.gatepost.job;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Which listings a person wrote or changed. The listings are their employer's and stay. */
@Component
@Order(50)
class JobData implements PersonalData {

    private final ListingRepository listings;
    private final Employers employers;
    private final Clock clock;

    JobData(ListingRepository listings, Employers employers, Clock clock) {
        this.listings = listings;
        this.employers = employers;
        this.clock = clock;
    }

    /** A listing that somebody had a hand in; when they made it or last changed it is null where others did. */
    record Touched(
            UUID listingId,
            UUID employerId,
            String title,
            ListingStatus status,
            @Nullable Instant madeAt,
            @Nullable Instant changedAt) {}

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        try (var touched = listings.touchedBy(accountId)) {
            archive.json("listings", touched.iterator());
        }
    }

    /** Nobody would be left who could confirm or close what the public sees. */
    @Override
    public List<Hindrance> hindrances(UUID accountId) {
        var now = clock.instant();
        return employers.onlyRecruitedForBy(accountId).stream()
                .map(employer -> hindrance(employer, listings.countOpen(employer.id(), now)))
                .flatMap(List::stream)
                .toList();
    }

    private static List<Hindrance> hindrance(EmployerView employer, long open) {
        return open == 0
                ? List.of()
                : List.of(new Hindrance("data.hindrance.listings", List.of(employer.name(), open), "/hire/listings"));
    }

    /** Who made and changed them is known by the id of the account alone, which means nobody any more. */
    @Override
    public void erase(UUID accountId) {
        listings.forgetResponsible(accountId);
    }
}
