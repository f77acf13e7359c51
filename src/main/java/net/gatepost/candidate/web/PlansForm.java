package net.gatepost.candidate.web;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.gatepost.candidate.Availability;
import net.gatepost.candidate.Plans;
import net.gatepost.candidate.Relocation;
import net.gatepost.candidate.WantedPlace;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/** @param places one a line, as the gazetteer may know them */
record PlansForm(
        @Size(max = 1500, message = "{candidate.problem.long}")
        @Pattern(regexp = Typed.LINES, message = "{candidate.problem.control}")
        @Nullable
        String places,

        @Nullable String relocation,
        @Nullable String availability)
        implements RowForm<Plans> {

    private static final int SUGGESTED = 4;

    PlansForm {
        places = Typed.unixLines(places);
    }

    static PlansForm from(Plans plans) {
        var relocation = plans.relocation();
        var availability = plans.availability();
        return new PlansForm(
                plans.places().stream().map(WantedPlace::label).collect(Collectors.joining("\n")),
                relocation == null ? null : relocation.name(),
                availability == null ? null : availability.name());
    }

    @Override
    public void check(Errors errors, LocalDate today) {
        Typed.checkOneOf(errors, "relocation", Relocation.class, relocation);
        Typed.checkOneOf(errors, "availability", Availability.class, availability);
        List<String> typed = eachPlace();
        if (typed.size() > Plans.MOST_PLACES) {
            errors.rejectValue(
                    "places", "candidate.plans.places.many", new Object[] {Plans.MOST_PLACES, typed.size()}, null);
            return;
        }
        for (String place : typed) {
            List<Place> meant = Gazetteer.shipped().find(place).candidates();
            if (meant.isEmpty()) {
                errors.rejectValue("places", "candidate.plans.places.unknown", new Object[] {place}, null);
            } else if (meant.size() > 1) {
                String which = meant.stream().limit(SUGGESTED).map(Place::label).collect(Collectors.joining("; "));
                errors.rejectValue("places", "candidate.plans.places.several", new Object[] {place, which}, null);
            }
        }
    }

    @Override
    public Plans content() {
        return new Plans(
                eachPlace().stream()
                        .flatMap(typed -> Gazetteer.shipped().find(typed).exact().stream())
                        .map(place -> new WantedPlace(place.id(), place.label()))
                        .distinct()
                        .toList(),
                Typed.oneOf(Relocation.class, relocation),
                Typed.oneOf(Availability.class, availability));
    }

    private List<String> eachPlace() {
        return Typed.each(places, "[\n\r]");
    }

    /** Withheld: a form may end up in a log line. */
    @Override
    public String toString() {
        return "PlansForm[withheld]";
    }
}
