package net.gatepost.site;

import java.nio.file.Path;
import java.util.List;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** One line on the console when the site is up: where it is, who is there, where its data lies. */
@Component
@Profile("!command")
class StartupMessage {

    private final SiteAddress site;
    private final List<StartupNote> notes;
    private final Path data;

    StartupMessage(SiteAddress site, List<StartupNote> notes, @Value("${gatepost.data}") Path data) {
        this.site = site;
        this.notes = notes;
        this.data = data;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        var line = new StringBuilder("Gatepost is ready at ").append(site);
        notes.stream().map(StartupNote::text).forEach(note -> line.append(" | ").append(note));
        line.append(" | data in ").append(data.toAbsolutePath().normalize());
        System.out.println(line);
    }
}
