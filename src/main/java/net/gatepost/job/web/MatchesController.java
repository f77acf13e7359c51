package net.gatepost.job.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.gatepost.candidate.Candidates;
import net.gatepost.candidate.resume.Resumes;
import net.gatepost.job.search.ListingSearch;
import net.gatepost.web.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Live listings by the skills in the viewer's profile and in their résumé, which is read for nobody but them. */
@Controller
class MatchesController {

    private static final int MOST_SKILLS = 40;
    private static final int MOST_LISTINGS = 20;

    private final Candidates candidates;
    private final Resumes resumes;
    private final ListingSearch search;
    private final ListingRows rows;
    private final ListingReaders readers;

    MatchesController(
            Candidates candidates, Resumes resumes, ListingSearch search, ListingRows rows, ListingReaders readers) {
        this.candidates = candidates;
        this.resumes = resumes;
        this.search = search;
        this.rows = rows;
        this.readers = readers;
    }

    @GetMapping("/me/matches")
    String matches(Viewer viewer, Model model) {
        var skills = skillsOf(viewer);
        model.addAttribute("skills", skills)
                .addAttribute("rows", rows.rows(search.naming(skills, MOST_LISTINGS), readers.of(viewer)));
        return "job/matches";
    }

    /** Those of the profile first, each once. */
    private List<String> skillsOf(Viewer viewer) {
        var skills = new LinkedHashMap<String, String>();
        Stream.concat(candidates.profileOf(viewer).basics().skills().stream(), resumes.skillsNamedBy(viewer).stream())
                .forEach(skill -> skills.putIfAbsent(skill.toLowerCase(Locale.ROOT), skill));
        return skills.values().stream().limit(MOST_SKILLS).toList();
    }
}
