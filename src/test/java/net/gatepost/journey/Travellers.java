package net.gatepost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/** Gives each {@link Traveller} argument a browser profile of its own, all in one Chromium. */
class Travellers implements ParameterResolver, BeforeAllCallback, AfterEachCallback, AfterAllCallback {

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(Travellers.class);

    /** One Chromium for the whole run, closed with it. */
    private record Chromium(Playwright playwright, Browser browser) implements AutoCloseable {

        static Chromium start() {
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            var browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            return new Chromium(playwright, browser);
        }

        private static Path executable() {
            return Stream.of(
                            "/usr/bin/chromium",
                            "/usr/bin/chromium-browser",
                            "/usr/bin/google-chrome",
                            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
                    .map(Path::of)
                    .filter(Files::isExecutable)
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(
                            "The journeys need Chromium: install it (on Debian: apt-get install chromium)"));
        }

        @Override
        public void close() {
            playwright.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Traveller.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var chromium = context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(Chromium.class, key -> Chromium.start(), Chromium.class);
        String site = SpringExtension.getApplicationContext(context)
                .getEnvironment()
                .getRequiredProperty("gatepost.base-url");
        String name = context.getRequiredTestMethod().getName() + "-"
                + parameter.getParameter().getName();
        var traveller = new Traveller(chromium.browser(), site, name);
        travellers(context).add(traveller);
        return traveller;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getStore(OURS).put(LogWatch.class, LogWatch.begin());
    }

    /** Logs are collected, copied and kept: after a whole journey they name nobody. */
    @Override
    public void afterAll(ExtensionContext context) {
        var watch = context.getStore(OURS).get(LogWatch.class, LogWatch.class);
        watch.end();
        var database = SpringExtension.getApplicationContext(context).getBean(JdbcClient.class);
        assertThat(watch.personal(database))
                .as("lines of the log that tell of a person")
                .isEmpty();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        boolean failed = context.getExecutionException().isPresent();
        travellers(context).forEach(traveller -> traveller.end(failed));
    }

    @SuppressWarnings("unchecked")
    private static List<Traveller> travellers(ExtensionContext context) {
        return context.getStore(OURS).computeIfAbsent("travellers", key -> new ArrayList<Traveller>(), List.class);
    }
}
