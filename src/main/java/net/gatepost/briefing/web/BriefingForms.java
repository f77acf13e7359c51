package net.gatepost.briefing.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import net.gatepost.briefing.BriefingDraft;
import net.gatepost.briefing.BriefingView;
import net.gatepost.briefing.Briefings;
import net.gatepost.briefing.Source;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.place.Gazetteer;
import net.gatepost.place.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.Errors;

/** Fills the editor's form from a briefing, and makes one of what was typed into it. */
@Component
class BriefingForms {

    private static final int EMPLOYERS_LOOKED_AT = 10;

    private final Briefings briefings;
    private final Employers employers;
    private final Gazetteer gazetteer;

    BriefingForms(Briefings briefings, Employers employers, Gazetteer gazetteer) {
        this.briefings = briefings;
        this.employers = employers;
        this.gazetteer = gazetteer;
    }

    BriefingForm empty() {
        return new BriefingForm(
                UUID.randomUUID().toString(), "", "", "", "", "", "", "", "", "", "", "", "", "", "", "");
    }

    BriefingForm of(BriefingView briefing) {
        var content = briefing.content();
        var source = content.source();
        return new BriefingForm(
                "",
                String.valueOf(briefing.version()),
                content.headline(),
                content.summary(),
                content.topic(),
                content.body(),
                content.development(),
                content.place(),
                typed(content.datedAt()),
                source.name(),
                source.url(),
                source.date() == null ? "" : source.date().toString(),
                content.employerId() == null
                        ? ""
                        : employers
                                .byId(content.employerId())
                                .map(EmployerView::name)
                                .orElse(""),
                String.join(", ", content.tags()),
                typed(briefing.publishAt()),
                "");
    }

    /** What was typed; the errors say what of it can't be, and is left out. */
    BriefingDraft read(BriefingForm form, Errors errors) {
        // One that was retired after the briefing was begun stays its topic until an editor chooses another.
        if (!form.topic().isEmpty() && briefings.topic(form.topic()).isEmpty()) {
            errors.rejectValue("topic", "briefing.topic.missing");
        }
        return new BriefingDraft(
                form.topic(),
                form.headline(),
                form.summary(),
                form.body(),
                form.development(),
                gazetteer.find(form.place()).exact().map(Place::id).orElse(null),
                form.place(),
                moment("datedAt", form.datedAt(), errors),
                source(form, errors),
                employer(form.employer(), errors),
                tags(form.tags(), errors));
    }

    /** What a preview can show of what was typed so far. */
    BriefingDraft readSoFar(BriefingForm form) {
        return read(form, new BeanPropertyBindingResult(form, "form"));
    }

    /** The moment to go out at; null, with an error, where none can be read. */
    @Nullable
    Instant publishAt(BriefingForm form, Errors errors) {
        var at = moment("publishAt", form.publishAt(), errors);
        if (at == null && !errors.hasFieldErrors("publishAt")) {
            errors.rejectValue("publishAt", "briefing.missing.MOMENT");
        }
        return at;
    }

    private static Source source(BriefingForm form, Errors errors) {
        boolean address = form.sourceUrl().isEmpty() || Source.isAddress(form.sourceUrl());
        if (!address) {
            errors.rejectValue("sourceUrl", "briefing.sourceUrl.wrong");
        }
        if (form.sourceName().isEmpty() && !form.sourceUrl().isEmpty()) {
            errors.rejectValue("sourceName", "briefing.sourceName.missing");
        }
        return new Source(form.sourceName(), address ? form.sourceUrl() : "", day(form.sourceDate(), errors));
    }

    private static @Nullable LocalDate day(String typed, Errors errors) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException nonsense) {
            errors.rejectValue("sourceDate", "briefing.sourceDate.wrong");
            return null;
        }
    }

    /** As a browser's field for date and time has it, in UTC. */
    private static @Nullable Instant moment(String field, String typed, Errors errors) {
        try {
            var at = typed.isEmpty() ? null : LocalDateTime.parse(typed.replace(' ', 'T'));
            if (at != null && (at.getYear() < 1900 || at.getYear() > 2200)) {
                errors.rejectValue(field, "briefing.moment.wrong");
                return null;
            }
            return at == null ? null : at.toInstant(ZoneOffset.UTC);
        } catch (DateTimeException nonsense) {
            errors.rejectValue(field, "briefing.moment.wrong");
            return null;
        }
    }

    private static String typed(@Nullable Instant moment) {
        return moment == null
                ? ""
                : LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /** By its name or by its name in addresses; only one whose page is there. */
    private @Nullable UUID employer(String typed, Errors errors) {
        if (typed.isEmpty()) {
            return null;
        }
        var bySlug = employers.verifiedBySlug(typed);
        if (bySlug.isPresent()) {
            return bySlug.get().id();
        }
        var named = employers.verified(typed, 1, EMPLOYERS_LOOKED_AT).getContent();
        var exactly =
                named.stream().filter(one -> one.name().equalsIgnoreCase(typed)).toList();
        var meant = exactly.isEmpty() ? named : exactly;
        if (meant.size() != 1) {
            errors.rejectValue("employer", meant.isEmpty() ? "briefing.employer.unknown" : "briefing.employer.several");
            return null;
        }
        return meant.get(0).id();
    }

    private static List<String> tags(String typed, Errors errors) {
        var tags = BriefingDraft.tags(List.of(typed.split(",")));
        if (tags.size() > BriefingDraft.MOST_TAGS) {
            errors.rejectValue("tags", "briefing.tags.many", new Object[] {BriefingDraft.MOST_TAGS}, null);
        }
        if (tags.stream().anyMatch(tag -> tag.length() > BriefingDraft.LONGEST_TAG)) {
            errors.rejectValue("tags", "briefing.tags.long", new Object[] {BriefingDraft.LONGEST_TAG}, null);
        }
        return tags;
    }
}
