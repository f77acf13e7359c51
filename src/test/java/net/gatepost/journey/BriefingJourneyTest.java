package net.gatepost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.Media;
import org.junit.jupiter.api.Test;

/** The news page as a visitor reads it, and the desk behind it. */
@Journey
class BriefingJourneyTest {

    @Test
    void averyWritesABriefingAndAVisitorReadsIt(Traveller avery, Traveller visitor) {
        avery.signsIn("avery@demo.example", "cleared for demo only").opens("/admin/briefings");
        avery.follows("Feeds that bring drafts").sees("No feed is fetched yet");
        avery.opens("/admin/briefings/new")
                .types("Headline", "A lighthouse is switched off")
                .types("Summary", "Nobody had asked for it in years.")
                .chooses("Topic", "Cyber")
                .types("Article", "It went dark on Tuesday.\n\n## Why\n\nThe bulb was **old**.");
        assertThat(avery.page().locator(".write-preview h2")).hasText("Why");
        avery.presses("Save the draft").sees("The draft is saved");
        avery.presses("Save and publish now").sees("Correct the briefing").photographs("briefing-editor");
        avery.follows("Published on").sees("It went dark on Tuesday.");
        String article = avery.path();

        visitor.opens("/briefings").sees("A lighthouse is switched off").photographs("briefings");
        visitor.opens(article).sees("1 minute to read");
        visitor.opens("/briefings").follows("Inspectors return").sees("Related briefings");
        visitor.sees("In another development")
                .sees("Jobs that have to do with it")
                .photographs("briefing");
        visitor.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(visitor.page().locator(".banner")).isHidden();
        assertThat(visitor.page().locator("article .prose").first()).isVisible();
        visitor.page().emulateMedia(new com.microsoft.playwright.Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        visitor.opensOnceItShows("/briefings?q=lighthouse", "1 briefing has");

        avery.opens("/admin/briefings?part=published").follows("A lighthouse is switched off");
        avery.types("Reason", "It was switched on again.")
                .presses("Withdraw it")
                .sees("What readers see");
        visitor.opens(article).gets(410).sees("It was switched on again.");
    }
}
