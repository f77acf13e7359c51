package net.gatepost.demo;

import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.gatepost.mail.EmailAddress;
import net.gatepost.mailinglist.Often;
import net.gatepost.mailinglist.PastSubscribers;
import net.gatepost.mailinglist.PastSubscribers.Past;
import net.gatepost.mailinglist.PastSubscribers.Turn;
import net.gatepost.mailinglist.Signup;
import net.gatepost.mailinglist.Topic;
import net.gatepost.mailinglist.issue.PastIssues;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The demo's mailing list, as if it had grown for three months, with the issues that were sent meanwhile. */
@Component
@OnlyInDemo
class DemoList {

    private static final Duration AGE = Duration.ofDays(90);

    /** Keeps its dice apart from those that listings and candidates are made with. */
    private static final long FIRST_DICE = 9_000_000;

    private static final String WORDING = "Yes, send me mails about the topics I chose. I can leave with one click.";

    private static final List<String> HOSTS = List.of(
            "harborlight.example", "sextant.example", "lanyard.example", "tidewater.example", "ridgeline.example");

    private static final List<String> PAGES =
            List.of("/", "/", "/mailing-list", "/mailing-list", "/briefings", "/jobs", "/briefings/topics/clearances");

    private final PastSubscribers subscribers;
    private final PastIssues issues;
    private final SiteAddress site;
    private final Clock clock;
    private final int count;

    DemoList(
            PastSubscribers subscribers,
            PastIssues issues,
            SiteAddress site,
            Clock clock,
            @Value("${gatepost.demo.subscribers:420}") int count) {
        this.subscribers = subscribers;
        this.issues = issues;
        this.site = site;
        this.clock = clock;
        this.count = count;
    }

    /** Whichever of both is not there yet. */
    void bringIn(Words words) {
        var now = clock.instant();
        List<Past> past = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            past.add(subscriber(number, words, now));
        }
        subscribers.bringIn(past);
        issues.bringIn(ContentFile.yaml("issues.yaml").stream()
                .map(fields -> new PastIssues.Past(
                        Topic.valueOf(fields.text("topic").toUpperCase(Locale.ROOT)),
                        fields.text("subject"),
                        fields.text("body").replace("{site}", site.link("")),
                        now.minus(Duration.ofHours(fields.number("hours")))))
                .toList());
    }

    private static Past subscriber(int number, Words words, Instant now) {
        var dice = new Dice(FIRST_DICE + number);
        String name = Normalizer.normalize(words.name(dice), Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z ]", "")
                .strip()
                .replace(' ', '.');
        var signup = new Signup(
                new EmailAddress(name + "." + number + "@" + dice.of(HOSTS)),
                topics(dice),
                dice.percent(30) ? Often.DAILY : Often.WEEKLY,
                WORDING,
                dice.of(PAGES));
        // The root puts more of them into the later weeks: the list grows.
        double share = Math.sqrt(dice.between(0.0, 1.0));
        var asked = now.minus(AGE).plusSeconds((long) (share * (AGE.toSeconds() - 3_600)));
        if (dice.percent(5)) {
            // Whoever does not confirm is deleted after a month.
            return new Past(signup, now.minus(Duration.ofHours(dice.between(1, 60))), null, null, null);
        }
        var confirmed = asked.plusSeconds(dice.between(120, 3_000));
        var turn = turn(dice);
        long since = Duration.between(confirmed, now).toSeconds();
        return new Past(
                signup,
                asked,
                confirmed,
                turn,
                turn == null ? null : confirmed.plusSeconds((long) (since * dice.between(0.1, 0.95))));
    }

    private static Set<Topic> topics(Dice dice) {
        var topics = EnumSet.noneOf(Topic.class);
        if (dice.percent(80)) {
            topics.add(Topic.JOBS);
        }
        if (dice.percent(70) || topics.isEmpty()) {
            topics.add(Topic.BRIEFINGS);
        }
        if (dice.percent(40)) {
            topics.add(Topic.ANNOUNCEMENTS);
        }
        return topics;
    }

    private static @Nullable Turn turn(Dice dice) {
        int of = dice.between(1, 100);
        if (of <= 9) {
            return Turn.LEFT;
        }
        if (of <= 12) {
            return Turn.SOFT_BOUNCE;
        }
        if (of <= 15) {
            return Turn.HARD_BOUNCE;
        }
        return of == 16 ? Turn.COMPLAINT : null;
    }
}
