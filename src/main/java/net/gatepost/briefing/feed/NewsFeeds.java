package net.gatepost.briefing.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import net.gatepost.audit.Audit;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.Source;
import net.gatepost.fetch.FetchFailed;
import net.gatepost.fetch.Fetcher;
import net.gatepost.spill.MarkingKind;
import net.gatepost.web.LongestPause;
import net.gatepost.web.NotFound;
import net.gatepost.web.Upload;
import net.gatepost.web.Uploads;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The feeds that editors have fetched. What they bring is a headline, a link, a date and the beginning of a summary, as a
 * draft without an article: it can't be published before an editor has written one.
 */
@Service
public class NewsFeeds {

    public static final List<Integer> EVERY_HOURS = List.of(1, 6, 12, 24);
    public static final int MOST_FEEDS = 100;
    public static final int LONGEST_ADDRESS = 500;

    private static final String SUBJECT = "briefing-feed";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Older news is none, and a new feed must not bury the editors. */
    private static final int DAYS = 14;

    /** Far longer than any feed names an entry. */
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final NewsFeedRepository feeds;
    private final Newsroom newsroom;
    private final Briefings briefings;
    private final Fetcher fetcher;
    private final Uploads uploads;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Audit audit;
    private final Clock clock;

    NewsFeeds(
            NewsFeedRepository feeds,
            Newsroom newsroom,
            Briefings briefings,
            Fetcher fetcher,
            Uploads uploads,
            JdbcClient database,
            TransactionTemplate transaction,
            Audit audit,
            Clock clock) {
        this.feeds = feeds;
        this.newsroom = newsroom;
        this.briefings = briefings;
        this.fetcher = fetcher;
        this.uploads = uploads;
        this.database = database;
        this.transaction = transaction;
        this.audit = audit;
        this.clock = clock;
    }

    /** By name, at most {@value #MOST_FEEDS}. */
    @Transactional(readOnly = true)
    public List<FeedView> all() {
        return feeds.findAllByOrderByNameAscIdAsc(Limit.of(MOST_FEEDS)).stream()
                .map(NewsFeed::toView)
                .toList();
    }

    /**
     * Has a feed fetched, now and again and again.
     *
     * @throws FeedRefused when it can't be, or is already
     */
    public UUID add(Viewer viewer, String address, String name, String topic, int hours) {
        if (address.length() > LONGEST_ADDRESS || !Fetcher.isFetchable(address)) {
            throw new FeedRefused("address", "briefing.feeds.address.wrong");
        }
        if (briefings.topic(topic).filter(found -> !found.retired()).isEmpty()) {
            throw new FeedRefused("topic", "briefing.topic.missing");
        }
        if (!EVERY_HOURS.contains(hours)) {
            throw new FeedRefused("hours", "briefing.feeds.hours.wrong");
        }
        try {
            var feed = new NewsFeed(address, name, topic, hours, clock.instant());
            transaction.executeWithoutResult(status -> {
                if (feeds.count() >= MOST_FEEDS) {
                    throw new FeedRefused("address", "briefing.feeds.full");
                }
                feeds.saveAndFlush(feed);
                audit.record(viewer.id(), "briefing-feed.added", SUBJECT, feed.id(), address);
            });
            return feed.id();
        } catch (DataIntegrityViolationException already) {
            throw new FeedRefused("address", "briefing.feeds.address.already");
        }
    }

    @Transactional
    public void pause(Viewer viewer, UUID id) {
        feed(id).pause();
        audit.record(viewer.id(), "briefing-feed.paused", SUBJECT, id, "");
    }

    /** Has it fetched now, and then as before. */
    @Transactional
    public void resume(Viewer viewer, UUID id) {
        feed(id).resume(clock.instant());
        audit.record(viewer.id(), "briefing-feed.resumed", SUBJECT, id, "");
    }

    /** What it has brought stays. Does nothing where there is none. */
    @Transactional
    public void remove(Viewer viewer, UUID id) {
        feeds.findById(id).ifPresent(feed -> {
            feeds.delete(feed);
            audit.record(viewer.id(), "briefing-feed.removed", SUBJECT, id, feed.address());
        });
    }

    private NewsFeed feed(UUID id) {
        return feeds.findById(id).orElseThrow(NotFound::new);
    }

    /** Fetches each feed whose time has come, one after the other. */
    void fetchDue() {
        var now = clock.instant();
        for (UUID id : feeds.due(now, LongestPause.after(now), Limit.of(MOST_FEEDS))) {
            transaction.executeWithoutResult(
                    status -> feeds.findById(id).ifPresent(feed -> feed.begin(clock.instant())));
            feeds.findById(id).map(NewsFeed::toView).ifPresent(this::fetch);
        }
    }

    private void fetch(FeedView feed) {
        try {
            fetcher.fetch(feed.address(), FeedReader.MOST_BYTES, PATIENCE, content -> bringIn(feed, content));
        } catch (FetchFailed failed) {
            ended(feed, failed.reason().name(), 0);
        } catch (IOException broken) {
            ended(feed, FetchFailed.Reason.UNREACHABLE.name(), 0);
        }
    }

    /** Makes a draft of each entry that has made none before, in a transaction of its own. */
    void bringIn(FeedView feed, InputStream content) throws IOException {
        var drafts = new AtomicInteger();
        var oldest = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(DAYS);
        try {
            uploads.split(content, FeedReader::read, new Upload.Parts<FeedItem>() {
                @Override
                public void take(FeedItem item) {
                    var date = item.date();
                    if ((date == null || !date.isBefore(oldest)) && draft(feed, item)) {
                        drafts.incrementAndGet();
                    }
                }

                @Override
                public void refused(MarkingKind kind) {
                    // Nothing of it is kept, not even that it was there.
                }
            });
            ended(feed, null, drafts.get());
        } catch (FeedReader.Unreadable nonsense) {
            ended(feed, "UNREADABLE", 0);
        }
    }

    private boolean draft(FeedView feed, FeedItem item) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean isNew = database.sql("insert into briefing_feed_entry (entry_key, seen_at) values (:key, :now)"
                                    + " on conflict do nothing")
                            .param("key", item.key())
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update()
                    > 0;
            if (isNew) {
                newsroom.draftFromFeed(
                        submission(item),
                        new BriefingDraft(
                                feed.topic(),
                                item.headline(),
                                item.summary(),
                                "",
                                "",
                                null,
                                "",
                                null,
                                new Source(feed.name(), item.link(), item.date()),
                                null,
                                List.of()));
            }
            return isNew;
        }));
    }

    private static UUID submission(FeedItem item) {
        return UUID.nameUUIDFromBytes(item.key().getBytes(StandardCharsets.US_ASCII));
    }

    private void ended(FeedView feed, @Nullable String failure, int drafts) {
        Instant now = clock.instant();
        transaction.executeWithoutResult(
                status -> feeds.findById(feed.id()).ifPresent(found -> found.end(failure, drafts, now)));
    }

    /** Entries that no feed names any more. */
    @Transactional
    public void forget() {
        database.sql("delete from briefing_feed_entry where seen_at < :before")
                .param("before", clock.instant().minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
    }
}
