package net.gatepost.account;

import java.io.PrintStream;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the link for the first administrator at each start until there is one. The demo has its own. */
@Component
@Profile("!command")
@ConditionalOnBooleanProperty(name = "gatepost.demo", havingValue = false, matchIfMissing = true)
class FirstAdministrator {

    private final Administrators administrators;
    private final PrintStream console;

    FirstAdministrator(Administrators administrators) {
        this.administrators = administrators;
        // The console and not the log: logs are collected, copied and kept, and whoever has this link runs the site.
        this.console = System.out;
    }

    @EventListener(ApplicationReadyEvent.class)
    void print() {
        administrators
                .offer()
                .ifPresent(link -> console.printf(
                        "%nThere is no administrator yet. Become the first one within 24 hours, with this link:%n  %s%n%n",
                        link));
    }
}
