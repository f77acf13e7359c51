package net.gatepost.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.gatepost.ModuleTest;
import net.gatepost.account.People;
import net.gatepost.employer.Companies;
import net.gatepost.web.Viewer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class ListingImportTest {

    @Autowired
    Listings listings;

    @Autowired
    HiringList hiringList;

    @Autowired
    People people;

    @Autowired
    Companies companies;

    @Autowired
    Clock clock;

    @Test
    void manyAreBroughtInAtOnceAsTheyWerePublishedElsewhere() {
        var recruiter = people.member();
        var employer = companies.verified(recruiter);
        var confirmed = clock.instant();
        var posted = confirmed.minus(Duration.ofDays(3));
        var end = LocalDate.ofInstant(confirmed, ZoneOffset.UTC).plusDays(20);
        long before = listings.countLive();

        listings.importAll(IntStream.range(0, 120)
                .mapToObj(n -> new ListingImport(
                        employer, recruiter.id(), ListingDrafts.ending(end).draft(), posted, confirmed))
                .toList());

        assertThat(listings.countLive()).isEqualTo(before + 120);
        var viewer = new Viewer(recruiter.id(), "Robin Test", Set.of());
        var one = hiringList
                .page(viewer, HiringList.Narrowed.TO_NOTHING, ListingState.LIVE, 1)
                .getContent()
                .get(0);
        var view = listings.published(one.id()).orElseThrow();
        assertThat(view.postedAt()).isEqualTo(posted);
        assertThat(view.confirmedAt()).isEqualTo(confirmed);
        assertThat(view.version()).isZero();
        assertThat(view.content()).isEqualTo(ListingDrafts.ending(end).draft());
    }

    @Test
    void whichOfManyAreLiveIsToldWhicheverOfThemItIs() {
        var recruiter = people.member();
        var employer = companies.verified(recruiter);
        var viewer = new Viewer(recruiter.id(), "Robin Test", Set.of());
        var end = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(20);
        var live = listings.post(
                        viewer,
                        employer,
                        UUID.randomUUID(),
                        "R-1",
                        ListingDrafts.ending(end).draft())
                .id();
        for (int at : List.of(0, 199, 200, 401)) {
            var asked =
                    new ArrayList<>(Stream.generate(UUID::randomUUID).limit(402).toList());
            asked.set(at, live);

            assertThat(listings.liveAmong(asked)).as("at " + at).containsExactly(live);
        }
        assertThat(listings.liveAmong(List.of())).isEmpty();
    }
}
