package net.gatepost.job;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;
import net.gatepost.clearance.PolygraphRequirement;
import org.jspecify.annotations.Nullable;

/** Builds what tests say about jobs: complete unless told otherwise. */
public class ListingDrafts {

    static final ListingPlace FORT_MEADE =
            new ListingPlace("us-md-fort-meade", "Fort Meade, MD", 39.1, -76.7, ZoneId.of("America/New_York"));

    private String title = "Signals Systems Engineer";
    private @Nullable String description = "# What you would do\n\nDesign receivers.";
    private @Nullable ListingPlace place = FORT_MEADE;
    private @Nullable Workplace workplace = Workplace.ON_SITE;
    private @Nullable EmploymentType employmentType = EmploymentType.FULL_TIME;
    private boolean clearanceStated = true;
    private ClearanceRequirement clearance =
            ClearanceRequirement.of("us.top-secret", Access.SCI).withPolygraph(PolygraphRequirement.CI);
    private boolean citizensOnly;
    private @Nullable String basis;
    private @Nullable Long payMin = 142_000_00L;
    private @Nullable Long payMax = 178_000_00L;
    private PayPeriod period = PayPeriod.YEAR;
    private ApplyBy applyBy = ApplyBy.GATEPOST;
    private @Nullable String applyTo;
    private List<String> questions = List.of();
    private @Nullable LocalDate ends;

    private ListingDrafts(@Nullable LocalDate ends) {
        this.ends = ends;
    }

    public static ListingDrafts ending(LocalDate day) {
        return new ListingDrafts(day);
    }

    /** Nothing but a title. */
    public static ListingDrafts titled(String title) {
        var draft = new ListingDrafts(null);
        draft.title = title;
        draft.description = null;
        draft.place = null;
        draft.workplace = null;
        draft.employmentType = null;
        draft.clearanceStated = false;
        draft.clearance = ClearanceRequirement.none();
        draft.payMin = null;
        draft.payMax = null;
        return draft;
    }

    public ListingDrafts at(@Nullable ListingPlace where, Workplace how) {
        place = where;
        workplace = how;
        return this;
    }

    public ListingDrafts needing(ClearanceRequirement requirement) {
        clearance = requirement;
        return this;
    }

    public ListingDrafts citizensOnly(@Nullable String because) {
        citizensOnly = true;
        basis = because;
        return this;
    }

    public ListingDrafts paying(@Nullable Long min, @Nullable Long max, PayPeriod per) {
        payMin = min;
        payMax = max;
        period = per;
        return this;
    }

    public ListingDrafts applyingBy(ApplyBy way, @Nullable String to) {
        applyBy = way;
        applyTo = to;
        return this;
    }

    public ListingDrafts asking(String... all) {
        questions = List.of(all);
        return this;
    }

    public ListingDraft draft() {
        return new ListingDraft(
                title,
                description,
                place,
                workplace,
                employmentType,
                clearanceStated,
                clearance,
                citizensOnly,
                basis,
                payMin,
                payMax,
                Pay.USD,
                period,
                1,
                false,
                applyBy,
                applyTo,
                questions,
                ends);
    }
}
