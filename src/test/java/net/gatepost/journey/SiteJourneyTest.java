package net.gatepost.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

@Journey
class SiteJourneyTest {

    @Test
    void aVisitorReadsWhatTheOperatorPromises(Traveller visitor) {
        visitor.opens("/privacy").sees("sealed").follows("Terms").sees("unclassified");
        visitor.follows("Help")
                .sees("passphrase")
                .follows("Contact")
                .sees("Security")
                .photographs("contact");
        visitor.opens("/no-such-page").gets(404).sees("There is no such page").photographs("not-found");
        visitor.opens("/demo/mailbox").sees("Demo mailbox");
    }

    @Test
    void filtersStayOpenAndKeepTheFocusOnAPhone(Traveller visitor) {
        var page = visitor.opens("/jobs").page();
        page.setViewportSize(360, 780);
        page.locator(".facets > summary").click();
        var filter = page.locator(".facet input[type=checkbox]").first();

        filter.focus();
        visitor.pressesKey("Space");

        assertThat(page.locator("a.chip").first()).isVisible();
        assertThat(filter).isVisible();
        assertThat(filter).isChecked();
        assertThat(filter).isFocused();

        page.locator("a.chip").first().click();
        assertThat(page.locator("a.chip")).hasCount(0);
        assertThat(page.locator("#found")).isFocused();
    }
}
