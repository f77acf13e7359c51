package net.gatepost.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** The course of one listing, to the edges of its days. */
class ListingTest {

    private static final UUID SOMEBODY = new UUID(1, 1);
    private static final UUID SOMEBODY_ELSE = new UUID(1, 2);
    private static final Instant NOW = Instant.parse("2026-11-23T15:00:00Z");
    private static final LocalDate END = LocalDate.of(2026, 12, 20);

    @Test
    void aDraftIsNotLive() {
        assertThat(listing(ListingDrafts.ending(END)).state(NOW)).isEqualTo(ListingState.DRAFT);
    }

    @Test
    void itIsLiveUntilTheDayIsOverAtItsPlace() {
        var listing = published(ListingDrafts.ending(END));
        // Midnight in Maryland, in winter.
        var over = Instant.parse("2026-12-21T05:00:00Z");

        assertThat(listing.isLive(over.minusNanos(1_000))).isTrue();
        assertThat(listing.state(over)).isEqualTo(ListingState.EXPIRED);
    }

    @Test
    void theSameDayEndsLaterFurtherWest() {
        var guam = new ListingPlace("us-gu-hagatna", "Hagåtña, GU", 13.5, 144.7, ZoneId.of("Pacific/Guam"));
        var honolulu = new ListingPlace("us-hi-honolulu", "Honolulu, HI", 21.3, -157.8, ZoneId.of("Pacific/Honolulu"));

        assertThat(published(ListingDrafts.ending(END).at(guam, Workplace.ON_SITE))
                        .isLive(Instant.parse("2026-12-20T14:00:00Z")))
                .isFalse();
        var inHawaii = published(ListingDrafts.ending(END).at(honolulu, Workplace.ON_SITE));
        assertThat(inHawaii.isLive(Instant.parse("2026-12-21T09:59:59Z"))).isTrue();
        assertThat(inHawaii.isLive(Instant.parse("2026-12-21T10:00:00Z"))).isFalse();
    }

    @Test
    void aDayOnWhichClocksAreMovedEndsAtItsOwnMidnight() {
        // 8 March 2026 has 23 hours in Maryland, 1 November 25.
        assertThat(ListingDates.endOf(LocalDate.of(2026, 3, 8), ZoneId.of("America/New_York")))
                .isEqualTo("2026-03-09T04:00:00Z");
        assertThat(ListingDates.endOf(LocalDate.of(2026, 11, 1), ZoneId.of("America/New_York")))
                .isEqualTo("2026-11-02T05:00:00Z");
        // Clocks in Cairo go from midnight to one: the 24th begins at one.
        assertThat(ListingDates.endOf(LocalDate.of(2026, 4, 23), ZoneId.of("Africa/Cairo")))
                .isEqualTo("2026-04-23T22:00:00Z");
    }

    @Test
    void renewingBringsAnExpiredOneBackAndNeverChangesWhenItWasPosted() {
        var listing = published(ListingDrafts.ending(END));
        var later = Instant.parse("2027-01-04T12:00:00Z");
        assertThat(listing.state(later)).isEqualTo(ListingState.EXPIRED);

        listing.renew(LocalDate.of(2027, 2, 1), SOMEBODY_ELSE, later);

        var view = at(later, listing);
        assertThat(view.state()).isEqualTo(ListingState.LIVE);
        assertThat(view.postedAt()).isEqualTo(NOW);
        assertThat(view.confirmedAt()).isEqualTo(later);
        assertThat(view.endsAt()).isEqualTo("2027-02-02T05:00:00Z");
        assertThat(view.changedBy()).isEqualTo(SOMEBODY_ELSE);
    }

    @Test
    void changingALiveOneConfirmsItAndMovesItsEndWithItsPlace() {
        var listing = published(ListingDrafts.ending(END));
        var denver = new ListingPlace("us-co-denver", "Denver, CO", 39.7, -105, ZoneId.of("America/Denver"));
        var later = NOW.plus(1, ChronoUnit.DAYS);

        listing.revise(ListingDrafts.ending(END).at(denver, Workplace.ON_SITE).draft(), SOMEBODY, later);

        var view = at(later, listing);
        assertThat(view.state()).isEqualTo(ListingState.LIVE);
        assertThat(view.postedAt()).isEqualTo(NOW);
        assertThat(view.confirmedAt()).isEqualTo(later);
        assertThat(view.endsAt()).isEqualTo("2026-12-21T07:00:00Z");
    }

    @Test
    void aClosedOneStaysClosed() {
        var listing = published(ListingDrafts.ending(END));

        listing.close(CloseReason.FILLED_HERE, SOMEBODY, NOW);

        assertThat(listing.state(NOW)).isEqualTo(ListingState.CLOSED);
        assertThatThrownBy(() -> listing.renew(END, SOMEBODY, NOW)).isInstanceOf(IllegalListingState.class);
        assertThatThrownBy(() -> listing.publish(SOMEBODY, NOW)).isInstanceOf(IllegalListingState.class);
        assertThatThrownBy(() -> listing.revise(listing.content(), SOMEBODY, NOW))
                .isInstanceOf(IllegalListingState.class);
        assertThatThrownBy(() -> listing.close(CloseReason.MISTAKE, SOMEBODY, NOW))
                .isInstanceOf(IllegalListingState.class);
        assertThat(at(NOW, listing).closeReason()).isEqualTo(CloseReason.FILLED_HERE);
    }

    @Test
    void aDraftIsNeitherRenewedNorClosed() {
        var listing = listing(ListingDrafts.ending(END));

        assertThatThrownBy(() -> listing.renew(END, SOMEBODY, NOW)).isInstanceOf(IllegalListingState.class);
        assertThatThrownBy(() -> listing.close(CloseReason.MISTAKE, SOMEBODY, NOW))
                .isInstanceOf(IllegalListingState.class);
    }

    @Test
    void whatIsWithheldComesBackAsItWas() {
        var listing = published(ListingDrafts.ending(END));

        listing.withhold(NOW);
        assertThat(listing.state(NOW)).isEqualTo(ListingState.WITHHELD);

        listing.release();
        assertThat(listing.state(NOW)).isEqualTo(ListingState.LIVE);
    }

    @Test
    void itSaysAgainWhatItWasTold() {
        var full = ListingDrafts.ending(END).citizensOnly("DFARS 252.204-7008").draft();
        var empty = ListingDrafts.titled("Only a title").draft();

        assertThat(new Listing(SOMEBODY, SOMEBODY, full, SOMEBODY, NOW).content())
                .isEqualTo(full);
        assertThat(new Listing(SOMEBODY, SOMEBODY, empty, SOMEBODY, NOW).content())
                .isEqualTo(empty);
    }

    /** As it would be read from the database, which gives it its version. */
    private static ListingView at(Instant now, Listing listing) {
        ReflectionTestUtils.setField(listing, "version", 0L);
        return listing.view(now);
    }

    private static Listing listing(ListingDrafts draft) {
        return new Listing(SOMEBODY, new UUID(2, 2), draft.draft(), SOMEBODY, NOW);
    }

    private static Listing published(ListingDrafts draft) {
        var listing = listing(draft);
        listing.publish(SOMEBODY, NOW);
        return listing;
    }
}
