package net.gatepost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One person at a browser. Speaks of what a person sees (labels, buttons, headings), and looks at each page with care: axe
 * in light and dark, no sideways scrolling at 320 px, no missing text, nothing that the browser complains of.
 */
class Traveller {

    private static final List<String> WCAG =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final Duration MAIL_WITHIN = Duration.ofSeconds(20);

    private final BrowserContext context;
    private final Page page;
    private final String site;
    private final String name;
    private final List<String> complaints = new ArrayList<>();
    private final Set<String> looked = new HashSet<>();
    private int status;

    Traveller(Browser browser, String site, String name) {
        this.site = site;
        this.name = name;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(site)
                .setViewportSize(1280, 900)
                .setReducedMotion(ReducedMotion.REDUCE));
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            // Chromium reports each page that answers 4xx; those are expected where a journey asks for them.
            if (message.type().equals("error") && !message.text().contains("the server responded with a status of 4")) {
                complaints.add(message.text() + " at " + page.url());
            }
        });
        page.onPageError(error -> complaints.add(error + " at " + page.url()));
        page.onResponse(response -> {
            if (response.request().isNavigationRequest() && response.frame() == page.mainFrame()) {
                status = response.status();
            }
        });
    }

    /** Opens an address of the site and looks at the page. */
    Traveller opens(String path) {
        page.navigate(path);
        return looks();
    }

    /** Opens a list that follows the database within a second or so, as soon as it shows this. */
    Traveller opensOnceItShows(String path, String text) {
        for (int i = 0; i < 60; i++) {
            fetches(path);
            if (page.locator("main").innerText().contains(text)) {
                return opens(path);
            }
            page.waitForTimeout(250);
        }
        throw new AssertionError(path + " did not show \"" + text + "\" within 15 s");
    }

    Traveller follows(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return looks();
    }

    Traveller presses(String button) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
        return looks();
    }

    /** Presses what the browser does by itself for a while, its passkeys above all, until the page says this. */
    Traveller shows(String button, String text) {
        page.locator("main")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
                .first()
                .click();
        page.locator("main").getByText(text).first().waitFor();
        return looks();
    }

    Traveller types(String label, String text) {
        field(label).fill(text);
        return this;
    }

    Traveller chooses(String label, String option) {
        field(label).selectOption(new com.microsoft.playwright.options.SelectOption().setLabel(option));
        return this;
    }

    Traveller ticks(String label) {
        field(label).check();
        return this;
    }

    Traveller pressesKey(String key) {
        page.keyboard().press(key);
        return this;
    }

    Traveller sees(String text) {
        assertThat(page.locator("main").innerText())
                .as("words on " + page.url())
                .containsIgnoringCase(text);
        return this;
    }

    Traveller doesNotSee(String text) {
        assertThat(page.locator("main").innerText())
                .as("words on " + page.url())
                .doesNotContainIgnoringCase(text);
        return this;
    }

    /** Waits a little: htmx sets the address once it has put the answer in place. */
    Traveller isAt(String pathPattern) {
        Instant end = Instant.now().plus(ANSWER_WITHIN);
        while (!path().matches(pathPattern) && Instant.now().isBefore(end)) {
            page.waitForTimeout(50);
        }
        assertThat(path()).matches(pathPattern);
        return this;
    }

    Traveller gets(int expected) {
        assertThat(status).as("status of " + page.url()).isEqualTo(expected);
        return this;
    }

    /** The path and query of the page, without the site. */
    String path() {
        return page.url().substring(site.length());
    }

    Page page() {
        return page;
    }

    Response fetches(String path) {
        return page.navigate(path);
    }

    Traveller signsIn(String email, String passphrase) {
        opens("/sign-in");
        types("E-mail address", email).types("Passphrase", passphrase).presses("Sign in");
        assertThat(path()).as("after signing in").doesNotStartWith("/sign-in");
        return this;
    }

    Traveller signsOut() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign out"))
                .click();
        return looks();
    }

    /** Opens the newest mail to this address in the demo's mailbox once it is there. */
    Traveller opensMailTo(String address, String subject) {
        Instant end = Instant.now().plus(MAIL_WITHIN);
        var row = page.locator("tr", new Page.LocatorOptions().setHasText(address))
                .filter(new Locator.FilterOptions().setHasText(subject));
        do {
            page.navigate("/demo/mailbox");
            if (row.count() > 0) {
                row.first().getByRole(AriaRole.LINK).click();
                return looks();
            }
            page.waitForTimeout(200);
        } while (Instant.now().isBefore(end));
        throw new AssertionError("No mail \"" + subject + "\" to " + address + " within " + MAIL_WITHIN);
    }

    /** Follows the first link of the open mail whose address contains this. */
    Traveller followsMailLink(String containing) {
        page.locator("main a[href*='" + containing + "']").first().click();
        return looks();
    }

    /** Takes a picture for people to look at, in target/journeys. */
    Traveller photographs(String what) {
        Path folder = Path.of("target", "journeys");
        var full = new Page.ScreenshotOptions().setFullPage(true);
        page.screenshot(full.setPath(folder.resolve(what + "-light.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        page.screenshot(full.setPath(folder.resolve(what + "-dark.png")));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(360, 780);
        page.screenshot(full.setPath(folder.resolve(what + "-360.png")));
        page.setViewportSize(1280, 900);
        return this;
    }

    void end(boolean failed) {
        if (failed) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "journeys", "failed-" + name + ".png")));
        }
        context.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    /** By its whole label, with or without the word that says it may stay empty. */
    private Locator field(String label) {
        String literally = label.replaceAll("[.*+?^${}()|\\[\\]\\\\]", "\\\\$0");
        return page.locator("main")
                .getByLabel(Pattern.compile("^\\s*" + literally + "(\\s*\\(optional\\))?\\s*$"))
                .first();
    }

    /** Each kind of page once: the same route with another id is looked at again only if its status differs. */
    private Traveller looks() {
        page.waitForLoadState();
        String kind = status + " " + path().replaceAll("\\?.*", "").replaceAll("[0-9a-f-]{36}|[\\w-]{20,}", "…");
        if (looked.add(kind)) {
            assertThat(page.content())
                    .as("texts of " + page.url())
                    .doesNotContainPattern("\\?\\?[\\w.-]+_en\\w*\\?\\?");
            for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                var violations = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
                assertThat(violations.stream().map(this::tell).toList())
                        .as("axe, " + scheme + ", " + page.url())
                        .isEmpty();
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
            page.setViewportSize(320, 700);
            var wide = page.evaluate("document.documentElement.scrollWidth");
            page.setViewportSize(1280, 900);
            assertThat((Integer) wide).as("width at 320 px of " + page.url()).isLessThanOrEqualTo(320);
        }
        return this;
    }

    private String tell(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " — "
                + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + " " + node.getFailureSummary())
                        .toList();
    }
}
