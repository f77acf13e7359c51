package net.gatepost.candidate;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.candidate.CandidatePage.Item;
import net.gatepost.candidate.CandidatePage.Standing;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceStatus;
import net.gatepost.clearance.Polygraph;
import net.gatepost.web.Markdown;
import org.jspecify.annotations.Nullable;

/** The entries of one profile in words, for one audience on one day. */
final class CandidateItems {

    private final CandidateWords words;
    private final Audience audience;
    private final boolean masked;
    private final Masking masking;
    private final List<String> currentEmployers;
    private final LocalDate today;

    CandidateItems(
            CandidateWords words, Audience audience, Masking masking, List<String> currentEmployers, LocalDate today) {
        this.words = words;
        this.audience = audience;
        this.masked = audience == Audience.MASKED;
        this.masking = masking;
        this.currentEmployers = currentEmployers;
        this.today = today;
    }

    /** Entries with a date stand in its order, the others as they were entered. */
    static <T> Comparator<Row<T>> latestFirst(Section<T> section) {
        return Comparator.comparing(row -> {
            Object content = row.content();
            if (content instanceof Work work) {
                return -work.started().getYear() * 12 - work.started().getMonthValue();
            }
            return content instanceof MilitaryService service ? -service.started() : 0;
        });
    }

    Item item(Section<?> section, Row<?> row) {
        UUID id = audience == Audience.OWNER ? row.id() : null;
        Object content = row.content();
        if (content instanceof Clearance clearance) {
            return clearance(id, clearance);
        } else if (content instanceof Work work) {
            return work(id, work);
        } else if (content instanceof Certification certification) {
            return certification(id, certification);
        } else if (content instanceof Education education) {
            return education(id, education);
        } else if (content instanceof MilitaryService service) {
            return service(id, service);
        }
        throw new IllegalArgumentException("No words for the section " + section);
    }

    private Item clearance(@Nullable UUID id, Clearance clearance) {
        var badge = words.catalogue().badge(clearance);
        var facts = new Facts(words).add("interim", clearance.interim() ? words.message("candidate.yes") : null);
        var exam = clearance.polygraph();
        if (exam != null && exam.type() != Polygraph.NONE) {
            facts.add("polygraph", words.message(exam.type().messageKey()));
            if (!masked) {
                facts.add("polygraph-month", exam.month()).add("polygraph-agency", exam.agency());
            }
        }
        if (!masked) {
            facts.add("granted", clearance.granted())
                    .add("last-used", clearance.inAccess() ? null : clearance.lastUsed());
        }
        var investigation = clearance.investigation();
        if (investigation != null) {
            var tier = investigation.tier();
            facts.add(
                    "tier",
                    tier == null
                            ? null
                            : words.catalogue()
                                    .tier(tier)
                                    .map(known -> known.name())
                                    .orElseGet(() -> words.message("candidate.tier.unknown")));
            if (!masked) {
                facts.add("investigation-closed", investigation.closed());
            }
            facts.add("continuous-vetting", investigation.continuousVetting() ? words.message("candidate.yes") : null);
        }
        return new Item(id, badge.label(), badge.isDrawn() ? badge : null, standing(clearance), facts.list(), null);
    }

    private Standing standing(Clearance clearance) {
        ClearanceStatus status = words.catalogue().status(clearance, today);
        String kind = switch (status.state()) {
            case ACTIVE -> "good";
            case CURRENT -> "wait";
            case EXPIRED -> "bad";
            case UNKNOWN -> "off";
        };
        String state = words.message(status.state().messageKey());
        if (audience == Audience.OWNER) {
            return new Standing(
                    kind,
                    state,
                    words.finding(status.finding()),
                    status.finding().source());
        }
        var rule = status.rule();
        var until = status.until();
        String decides = words.message("clearance.decides");
        if (rule == null || until == null) {
            return new Standing(kind, state, decides, null);
        }
        String by = masked
                ? words.message("candidate.standing.rule", rule.name())
                : words.message(
                        "candidate.standing." + status.state().name(), words.month(YearMonth.from(until)), rule.name());
        return new Standing(kind, state, by + " " + decides, rule.source());
    }

    private Item work(@Nullable UUID id, Work work) {
        boolean current = work.ended() == null
                || currentEmployers.stream().anyMatch(employer -> Masking.isSameEmployer(employer, work.employer()));
        var facts = new Facts(words);
        if (masked) {
            facts.add("employer", current ? words.message("candidate.masked.employer") : masking.hide(work.employer()))
                    .add("length", length(work.started(), work.ended()));
        } else {
            facts.add("employer", work.employer())
                    .add("location", work.location())
                    .add("time", time(words.month(work.started()), work.ended()));
        }
        return new Item(id, text(work.title()), null, null, facts.list(), html(work.description()));
    }

    private Item certification(@Nullable UUID id, Certification certification) {
        var code = certification.code();
        var known = code == null ? null : words.certifications().byCode(code).orElse(null);
        var facts = new Facts(words);
        if (known != null) {
            facts.add("issuer", known.issuer()).add("areas", known.areas());
        }
        if (!masked) {
            facts.add("earned", certification.earned()).add("expires", certification.expires());
        }
        var name = certification.name();
        String title = known != null
                ? known.name()
                : name != null ? text(name) : words.message("candidate.certification.unknown");
        return new Item(id, title, null, null, facts.list(), null);
    }

    private Item education(@Nullable UUID id, Education education) {
        var facts = new Facts(words).add("subject", masked ? masking.hide(education.subject()) : education.subject());
        if (!masked) {
            var completed = education.completed();
            facts.add("school", education.school()).add("completed", completed == null ? null : completed.toString());
        }
        return new Item(id, text(education.degree()), null, null, facts.list(), null);
    }

    private Item service(@Nullable UUID id, MilitaryService service) {
        var specialty = service.specialty();
        var facts = new Facts(words).add("specialty", masked ? masking.hide(specialty) : specialty);
        var ended = service.ended();
        if (masked) {
            facts.add("length", years((ended == null ? today.getYear() : ended) - service.started()));
        } else {
            String last = ended == null ? words.message("candidate.today") : ended.toString();
            facts.add("time", words.message("candidate.time", String.valueOf(service.started()), last));
        }
        return new Item(id, words.message(service.branch().messageKey()), null, null, facts.list(), null);
    }

    private String text(String written) {
        return masked ? masking.hideIn(written) : written;
    }

    private @Nullable String html(@Nullable String markdown) {
        return markdown == null ? null : Markdown.toHtml(text(markdown));
    }

    private String time(String from, @Nullable YearMonth to) {
        return words.message("candidate.time", from, to == null ? words.message("candidate.today") : words.month(to));
    }

    private String length(YearMonth from, @Nullable YearMonth to) {
        return years(ChronoUnit.YEARS.between(from, to == null ? YearMonth.from(today) : to));
    }

    private String years(long years) {
        return years < 1 ? words.message("candidate.length.short") : words.message("candidate.length", years);
    }
}
