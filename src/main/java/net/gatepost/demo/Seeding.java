package net.gatepost.demo;

import java.time.Clock;
import net.gatepost.index.IndexBuilds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Fills an empty database with the demo before the site says that it is ready. Every step can be repeated: after a kill in
 * the middle the next start goes on, and after the last step it does nothing.
 */
@Component
@Profile("!command")
@OnlyInDemo
class Seeding implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Seeding.class);

    private final DemoDesks desks;
    private final ListingSeeding listings;
    private final DemoProfiles profiles;
    private final CandidateSeeding candidates;
    private final DemoResume resume;
    private final DemoLooks looks;
    private final DemoApplications applications;
    private final DemoSaved saved;
    private final DemoBriefings briefings;
    private final DemoList list;
    private final IndexBuilds index;
    private final ConfigurableApplicationContext site;
    private final Clock clock;
    private final long count;
    private final long people;

    Seeding(
            DemoDesks desks,
            ListingSeeding listings,
            DemoProfiles profiles,
            CandidateSeeding candidates,
            DemoResume resume,
            DemoLooks looks,
            DemoApplications applications,
            DemoSaved saved,
            DemoBriefings briefings,
            DemoList list,
            IndexBuilds index,
            ConfigurableApplicationContext site,
            Clock clock,
            @Value("${gatepost.demo.listings:500}") long count,
            @Value("${gatepost.demo.candidates:200}") long people) {
        if (count < 1 || count > 1_000_000) {
            throw new IllegalStateException("gatepost.demo.listings must be from 1 to 1000000, and is " + count);
        }
        if (people < 0 || people > 1_000_000) {
            throw new IllegalStateException("gatepost.demo.candidates must be from 0 to 1000000, and is " + people);
        }
        this.desks = desks;
        this.listings = listings;
        this.profiles = profiles;
        this.candidates = candidates;
        this.resume = resume;
        this.looks = looks;
        this.applications = applications;
        this.saved = saved;
        this.briefings = briefings;
        this.list = list;
        this.index = index;
        this.site = site;
        this.clock = clock;
        this.count = count;
        this.people = people;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        try {
            bringIn();
        } catch (RuntimeException failure) {
            if (!site.isClosed()) {
                throw failure;
            }
            log.info("The site ends; the next start goes on with the demo");
            log.debug("Broken off", failure);
        }
    }

    private void bringIn() {
        var words = Words.read();
        if (!desks.open(words)) {
            new Progress(clock).leftAlone();
            return;
        }
        briefings.bringIn();
        list.bringIn(words);
        var run = listings.of(count, desks, words);
        if (run.isFinished() && candidates.isFinished(people)) {
            return;
        }
        var progress = new Progress(clock);
        run.bringIn(done -> progress.listings(done, count));
        run.bringInWhatIsNotLive();
        profiles.bringIn();
        candidates.bringIn(people, desks, words, done -> progress.candidates(done, people));
        resume.bringIn();
        looks.bringIn();
        applications.bringIn();
        index.rebuild();
        saved.bringIn();
        if (!run.isFinished()) {
            run.postLast();
        }
        progress.finished(count, desks.verified().size(), people);
    }
}
