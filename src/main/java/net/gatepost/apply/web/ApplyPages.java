package net.gatepost.apply.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.UUID;
import net.gatepost.apply.Applying;
import net.gatepost.apply.Departures;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.candidate.CandidatePages;
import net.gatepost.candidate.CandidateProfile;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.ApplyBy;
import net.gatepost.job.ListingState;
import net.gatepost.job.ListingView;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.job.web.ListingPages;
import net.gatepost.job.web.ListingRows;
import net.gatepost.web.Moments;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.validation.BeanPropertyBindingResult;
import org.springframework.validation.BindingResult;

/** The pages that stand at the address for applying, each with what it shows; none loses what was typed. */
@Component
class ApplyPages {

    private static final int SIMILAR = 5;

    private final Applying applying;
    private final Departures departures;
    private final Employers employers;
    private final Candidates candidates;
    private final CandidatePages profiles;
    private final Resumes resumes;
    private final ListingPages words;
    private final ListingSearch search;
    private final ListingRows rows;

    ApplyPages(
            Applying applying,
            Departures departures,
            Employers employers,
            Candidates candidates,
            CandidatePages profiles,
            Resumes resumes,
            ListingPages words,
            ListingSearch search,
            ListingRows rows) {
        this.applying = applying;
        this.departures = departures;
        this.employers = employers;
        this.candidates = candidates;
        this.profiles = profiles;
        this.resumes = resumes;
        this.words = words;
        this.search = search;
        this.rows = rows;
    }

    boolean isOpen(ListingView listing) {
        return listing.isLive() && employers.isVerified(listing.employerId());
    }

    boolean isElsewhere(ListingView listing) {
        return listing.content().applyBy() != ApplyBy.GATEPOST;
    }

    /** The form itself is in the model already. */
    String form(Viewer viewer, ListingView listing, Model model) {
        var profile = candidates.profileOf(viewer);
        name(listing, model);
        model.addAttribute("hindrances", applying.hindrances(viewer, listing.employerId()))
                .addAttribute("profile", profiles.page(profile, viewer.name(), Audience.OPEN))
                .addAttribute("empty", profile.equals(CandidateProfile.EMPTY))
                .addAttribute("resume", resumes.onFile(viewer).orElse(null))
                .addAttribute("questions", listing.content().questions());
        return "apply/form";
    }

    /** The form again, as the listing asks by now; an answer to what it asks no more stands above it. */
    String otherQuestions(
            Viewer viewer, ListingView listing, ApplyForm typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        var questions = listing.content().questions();
        var form = typed.askedInstead(questions);
        model.addAttribute("form", form)
                .addAttribute(BindingResult.MODEL_KEY_PREFIX + "form", new BeanPropertyBindingResult(form, "form"))
                .addAttribute("changed", true)
                .addAttribute("earlier", typed.answersBeside(questions));
        return form(viewer, listing, model);
    }

    /** @param typed null where nothing was */
    String signedOut(ListingView listing, @Nullable ApplyForm typed, Model model) {
        name(listing, model);
        model.addAttribute("next", "/jobs/" + listing.id() + "/apply").addAttribute("typed", typed);
        return "apply/signed-out";
    }

    /** @param typed null where nothing was */
    String over(ListingView listing, @Nullable ApplyForm typed, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        boolean withheld = listing.isKeptBack() || !employers.isVerified(listing.employerId());
        model.addAttribute("named", withheld ? null : listing.title())
                .addAttribute("why", (withheld ? ListingState.WITHHELD : listing.state()).name())
                .addAttribute("typed", typed)
                .addAttribute("similar", rows.rows(search.similarTo(listing, SIMILAR)));
        return "apply/over";
    }

    /** What to know before one leaves this site to apply at the employer's. */
    String leaving(@Nullable Viewer viewer, ListingView listing, Model model) {
        name(listing, model);
        var gone = viewer == null ? null : departures.of(viewer, listing.id()).orElse(null);
        model.addAttribute("way", listing.content().applyBy().name())
                .addAttribute("where", where(listing))
                .addAttribute("leftAt", gone == null ? null : Moments.told(gone.leftAt()))
                .addAttribute("said", gone != null && gone.saidAt() != null);
        return "apply/leaving";
    }

    private void name(ListingView listing, Model model) {
        model.addAttribute("page", words.page(listing, employer(listing.employerId())));
    }

    private EmployerView employer(UUID id) {
        return employers.byId(id).orElseThrow(NotFound::new);
    }

    /** The host in full, or the address of the mailbox. */
    private static String where(ListingView listing) {
        var to = listing.content().applyTo();
        if (to == null) {
            return "";
        }
        var host = listing.content().applyBy() == ApplyBy.URL ? URI.create(to).getHost() : null;
        return host == null ? to : host;
    }
}
