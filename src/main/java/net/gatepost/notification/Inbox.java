package net.gatepost.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.gatepost.web.LongestPause;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a member was told, and how far they have read. To look is to read: a look notes when it was, which changes nothing
 * but what the next visit calls new. So a reload shows the same news again, and they are old only after a pause.
 */
@Service
public class Inbox {

    /** Without a look for so long, the next one is a new visit. */
    public static final Duration PAUSE_BETWEEN_VISITS = Duration.ofMinutes(30);

    public static final int PAGE_SIZE = 25;

    /** What happened less than this before a look may have committed after it, and counts as not seen. */
    static final Duration SURELY_COMMITTED = Duration.ofMinutes(1);

    /** So far has read who never looked. */
    static final Instant NEVER = Instant.EPOCH;

    private final NoticeRepository notices;
    private final ReaderRepository readers;
    private final NoticeWords words;
    private final Clock clock;

    Inbox(NoticeRepository notices, ReaderRepository readers, NoticeWords words, Clock clock) {
        this.notices = notices;
        this.readers = readers;
        this.words = words;
        this.clock = clock;
    }

    /** One notice as its member reads it. */
    public record Item(String sentence, String path, Instant happenedAt, boolean isNew) {

        public String when() {
            return Moments.told(happenedAt);
        }

        @Override
        public String toString() {
            return "Item[withheld]";
        }
    }

    /**
     * What is new since the visit before this one.
     *
     * @param newest the first of them
     * @param count of all of them
     * @param everTold whether there is anything at all, new or not
     */
    public record News(List<Item> newest, long count, boolean everTold) {}

    @Transactional
    public News look(Viewer viewer, int most) {
        var reader = lookOf(viewer.id());
        var newest = notices
                .findByAccountIdAndHappenedAtAfterOrderByHappenedAtDescIdDesc(
                        viewer.id(), reader.seenUntil(), Limit.of(most))
                .stream()
                .map(row -> item(row, reader))
                .toList();
        long count = newest.size() < most
                ? newest.size()
                : notices.countByAccountIdAndHappenedAtAfter(viewer.id(), reader.seenUntil());
        return new News(newest, count, !newest.isEmpty() || notices.existsByAccountId(viewer.id()));
    }

    /**
     * All of it, the newest first. A look as well.
     *
     * @param page counts from 1
     */
    @Transactional
    public Page<Item> page(Viewer viewer, int page) {
        var reader = lookOf(viewer.id());
        return notices.findByAccountIdOrderByHappenedAtDescIdDesc(viewer.id(), PageRequest.of(page - 1, PAGE_SIZE))
                .map(row -> item(row, reader));
    }

    /** Calls nothing new any more that happened until then; what came in since the viewer looked stays new. */
    @Transactional
    public void markRead(Viewer viewer, Instant until) {
        var now = clock.instant();
        readers.begin(viewer.id(), NEVER);
        readers.bringBack(viewer.id(), now, LongestPause.after(now));
        if (until.isAfter(NEVER)) {
            readers.seen(viewer.id(), until.isBefore(now) ? until : now);
        }
    }

    private Reader lookOf(UUID accountId) {
        var visible = clock.instant().minus(SURELY_COMMITTED);
        readers.begin(accountId, NEVER);
        readers.bringBack(accountId, visible, LongestPause.after(visible));
        readers.beginVisit(accountId, visible, visible.minus(PAUSE_BETWEEN_VISITS));
        readers.lookAgain(accountId, visible);
        return readers.findById(accountId).orElseThrow();
    }

    private Item item(NoticeRow row, Reader reader) {
        return new Item(words.sentence(row), row.path(), row.happenedAt(), reader.isNew(row));
    }
}
