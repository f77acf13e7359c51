package net.gatepost.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import net.gatepost.demo.DemoDesks.HiringDesk;
import net.gatepost.demo.DemoListings.DemoListing;
import net.gatepost.job.CloseReason;
import net.gatepost.job.ListingDates;
import net.gatepost.job.ListingImport;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.place.Gazetteer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings in the demo's listings, in parts of one transaction each and in the order of their numbers. Each listing carries its
 * number, so that what a killed process has left is found and gone on from, and nothing comes twice. The last one is posted
 * the ordinary way when all else is done: that it is there says that the seeding was finished.
 */
@Component
@OnlyInDemo
class ListingSeeding {

    private static final int AT_ONCE = 1_000;

    private final Listings listings;
    private final Gazetteer gazetteer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ListingSeeding(Listings listings, Gazetteer gazetteer, TransactionTemplate transaction, Clock clock) {
        this.listings = listings;
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** The seeding of so many live listings at these employers. */
    Run of(long count, DemoDesks desks, Words words) {
        return new Run(count, desks, words);
    }

    final class Run {

        private final long count;
        private final DemoListings maker;
        private final List<HiringDesk> desks;
        private final HiringDesk waiting;
        private final Instant now = clock.instant();

        private Run(long count, DemoDesks all, Words words) {
            this.count = count;
            this.maker = new DemoListings(all.verified(), words, gazetteer);
            this.desks = all.verified().stream().map(all::desk).toList();
            this.waiting = all.desk(all.waiting());
        }

        boolean isFinished() {
            return isThere(count - 1);
        }

        /** All but the last. Tells how many there are after each part. */
        void bringIn(LongConsumer progress) {
            for (long from = firstMissing(); from < count - 1; from += AT_ONCE) {
                long to = Math.min(from + AT_ONCE, count - 1);
                var part = new ArrayList<ListingImport>();
                for (long number = from; number < to; number++) {
                    part.add(toImport("listing " + number, maker.listing(number, now)));
                }
                listings.importAll(part);
                progress.accept(to);
            }
        }

        /** For the first employer one of every state that the public doesn't see, and a draft for the one that waits. */
        void bringInWhatIsNotLive() {
            for (int i = 0; i < 3; i++) {
                draft("draft " + i, desks.get(0), maker.listingOf(0, i, now));
                expired("expired " + i, maker.listingOf(0, 10 + i, now), 2 + 5 * i);
                closed("closed " + i, maker.listingOf(0, 20 + i, now), CloseReason.values()[i]);
            }
            draft("waiting", waiting, maker.listingOf(0, 30, now));
        }

        void postLast() {
            var last = maker.listing(count - 1, now);
            var desk = desks.get(last.employer());
            transaction.executeWithoutResult(status -> {
                var id =
                        listings.draft(desk.viewer(), desk.employerId(), key("listing " + (count - 1)), last.content());
                listings.publish(
                        desk.viewer(), id, listings.hiring(desk.viewer(), id).version());
            });
        }

        private void draft(String name, HiringDesk desk, DemoListing listing) {
            if (listings.madeWith(desk.viewer(), key(name)).isEmpty()) {
                listings.draft(desk.viewer(), desk.employerId(), key(name), listing.content());
            }
        }

        private void expired(String name, DemoListing listing, int daysAgo) {
            if (made(name).isEmpty()) {
                var content = listing.content();
                var end = ListingDates.today(ListingDates.zoneOf(content.place()), now)
                        .minusDays(daysAgo);
                var posted = now.minus(Duration.ofDays(daysAgo + ListingDates.DEFAULT_DAYS));
                listings.importAll(List.of(
                        toImport(name, new DemoListing(listing.employer(), content.ending(end), posted, posted))));
            }
        }

        private void closed(String name, DemoListing listing, CloseReason reason) {
            if (made(name).isEmpty()) {
                listings.importAll(List.of(toImport(name, listing)));
            }
            made(name)
                    .filter(made -> made.state() != ListingState.CLOSED)
                    .ifPresent(made -> listings.close(desks.get(0).viewer(), made.id(), reason));
        }

        private Optional<ListingView> made(String name) {
            return listings.madeWith(desks.get(0).viewer(), key(name));
        }

        /** They come in order and in whole parts: what is there is a beginning of all. */
        private long firstMissing() {
            long low = 0;
            long high = count - 1;
            while (low < high) {
                long middle = (low + high) >>> 1;
                if (isThere(middle)) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private boolean isThere(long number) {
            var desk = desks.get(maker.listing(number, now).employer());
            return listings.madeWith(desk.viewer(), key("listing " + number)).isPresent();
        }

        private ListingImport toImport(String name, DemoListing listing) {
            var desk = desks.get(listing.employer());
            return new ListingImport(
                    desk.employerId(),
                    key(name),
                    desk.viewer().id(),
                    listing.content(),
                    listing.postedAt(),
                    listing.confirmedAt());
        }
    }

    private static UUID key(String name) {
        return UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
