package net.gatepost.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.Newsroom;
import net.gatepost.briefing.Source;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo's briefings, as if they had come out over the last ten days. */
@Component
@OnlyInDemo
class DemoBriefings {

    private final Newsroom newsroom;
    private final Employers employers;
    private final Gazetteer gazetteer;
    private final Clock clock;

    DemoBriefings(Newsroom newsroom, Employers employers, Gazetteer gazetteer, Clock clock) {
        this.newsroom = newsroom;
        this.employers = employers;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    /** All of them or, where there is any briefing, none. */
    void bringIn() {
        newsroom.bringIn(
                ContentFile.yaml("briefings.yaml").stream().map(this::past).toList());
    }

    private Newsroom.Past past(ContentFile.Fields fields) {
        var published = clock.instant().minus(Duration.ofHours(fields.number("hours")));
        String place = fields.text("place");
        var draft = new BriefingDraft(
                fields.text("topic"),
                fields.text("headline"),
                fields.text("summary"),
                fields.text("body"),
                fields.values().containsKey("development") ? fields.text("development") : "",
                gazetteer.find(place).exact().map(Place::id).orElse(null),
                place,
                null,
                new Source(fields.text("source"), fields.text("link"), LocalDate.ofInstant(published, ZoneOffset.UTC)),
                employer(fields),
                fields.texts("tags"));
        return new Newsroom.Past(
                draft, published, fields.values().containsKey("corrected") ? fields.text("corrected") : null);
    }

    private @Nullable UUID employer(ContentFile.Fields fields) {
        return fields.values().containsKey("employer")
                ? employers
                        .bySlug(fields.text("employer"))
                        .map(EmployerView::id)
                        .orElse(null)
                : null;
    }
}
