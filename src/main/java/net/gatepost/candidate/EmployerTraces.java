package net.gatepost.candidate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.NameKey;

/**
 * What tells that somebody works for an employer of this site: the domain and the names that they gave of where they work now.
 * Both sides are turned into marks, and one mark in common is enough: an employer that is not the current one and is taken for
 * it misses a candidate, the other way round somebody loses their job.
 */
final class EmployerTraces {

    private static final String NAME = "n:";
    private static final String DOMAIN = "d:";
    private static final String BELOW = "b:";

    private EmployerTraces() {}

    /** Of whoever this profile's owner works for now. */
    static Set<String> of(CandidateProfile profile) {
        Set<String> marks = new HashSet<>();
        var domain = profile.personal().employerDomain();
        if (domain != null) {
            String lower = domain.toLowerCase(Locale.ROOT);
            marks.add(DOMAIN + lower);
            upwards(lower).forEach(above -> marks.add(BELOW + above));
        }
        profile.currentEmployers().stream()
                .map(NameKey::of)
                .filter(key -> !key.isEmpty())
                .forEach(key -> marks.add(NAME + key));
        return marks;
    }

    /** Of this employer: its name, its domain with what lies below it, and the domains that it lies below itself. */
    static Set<String> of(EmployerView employer) {
        Set<String> marks = new HashSet<>();
        marks.add(NAME + NameKey.of(employer.name()));
        marks.add(BELOW + employer.domain());
        upwards(employer.domain()).forEach(above -> marks.add(DOMAIN + above));
        return marks;
    }

    /** The domain itself and each one above it, down to two labels: {@code a.b.example}, {@code b.example}. */
    private static List<String> upwards(String domain) {
        List<String> all = new ArrayList<>();
        String rest = domain;
        while (rest.indexOf('.') > 0) {
            all.add(rest);
            rest = rest.substring(rest.indexOf('.') + 1);
        }
        return all;
    }
}
