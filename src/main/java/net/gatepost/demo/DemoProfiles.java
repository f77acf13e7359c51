package net.gatepost.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Basics;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.Certification;
import net.gatepost.candidate.Personal;
import net.gatepost.candidate.Plans;
import net.gatepost.candidate.Relocation;
import net.gatepost.candidate.Section;
import net.gatepost.candidate.Visibility;
import net.gatepost.candidate.WantedPlace;
import net.gatepost.candidate.Work;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import net.gatepost.mail.EmailAddress;
import net.gatepost.place.Gazetteer;
import net.gatepost.web.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The cleared profiles of the demo people who look for work; one that has been begun is left alone. */
@Component
@OnlyInDemo
class DemoProfiles {

    private final Candidates candidates;
    private final DemoDesks desks;
    private final Gazetteer gazetteer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoProfiles(
            Candidates candidates, DemoDesks desks, Gazetteer gazetteer, TransactionTemplate transaction, Clock clock) {
        this.candidates = candidates;
        this.desks = desks;
        this.gazetteer = gazetteer;
        this.transaction = transaction;
        this.clock = clock;
    }

    void bringIn() {
        for (var profile : ContentFile.yaml("profiles.yaml")) {
            transaction.executeWithoutResult(status -> bringIn(profile));
        }
    }

    private void bringIn(ContentFile.Fields profile) {
        String email = profile.text("email");
        var viewer = desks.viewer(new EmailAddress(email), Role.MEMBER);
        long version = candidates.profileOf(viewer).version();
        if (version >= 0) {
            return;
        }
        candidates.change(
                viewer,
                version,
                new Basics(profile.text("headline"), profile.text("summary"), profile.texts("skills")));
        candidates.change(
                viewer,
                version,
                new Plans(
                        profile.texts("places").stream().map(this::place).toList(),
                        Relocation.valueOf(profile.text("relocation")),
                        Availability.valueOf(profile.text("availability"))));
        candidates.change(viewer, version, new Personal("US", null, null, null, null));
        candidates.add(viewer, Section.CLEARANCES, key(email + " clearance"), clearance(profile));
        candidates.add(
                viewer,
                Section.CERTIFICATIONS,
                key(email + " certification"),
                new Certification(profile.text("certification"), null, monthsAgo(20), monthsAgo(-16)));
        candidates.show(viewer, Visibility.valueOf(profile.text("visibility")), null);
        for (Object row : profile.list("work")) {
            var cells = (List<?>) row;
            int ended = (Integer) cells.get(3);
            candidates.add(
                    viewer,
                    Section.WORK,
                    key(email + cells),
                    new Work(
                            cells.get(0).toString(),
                            cells.get(1).toString(),
                            null,
                            monthsAgo((Integer) cells.get(2)),
                            ended == 0 ? null : monthsAgo(ended),
                            null));
        }
    }

    private Clearance clearance(ContentFile.Fields profile) {
        Access[] accesses = profile.flag("sci") ? new Access[] {Access.SCI} : new Access[0];
        var investigated = monthsAgo(profile.number("investigated"));
        return Clearance.inAccess(profile.text("level"), accesses)
                .grantedIn(investigated)
                .withInvestigation(new Investigation(profile.text("tier"), investigated, true))
                .withPolygraph(new PolygraphExam(Polygraph.valueOf(profile.text("polygraph")), null, null));
    }

    private WantedPlace place(String typed) {
        var place = gazetteer.find(typed).exact().orElseThrow();
        return new WantedPlace(place.id(), place.label());
    }

    private YearMonth monthsAgo(int months) {
        return YearMonth.now(clock).minusMonths(months);
    }

    private static UUID key(String name) {
        return UUID.nameUUIDFromBytes(("demo " + name).getBytes(StandardCharsets.UTF_8));
    }
}
