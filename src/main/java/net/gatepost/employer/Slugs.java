package net.gatepost.employer;

import net.gatepost.web.Slug;
import org.springframework.stereotype.Component;

/** Finds an employer's name in addresses: its own where nobody has it, else with a number behind it. */
@Component
class Slugs {

    /** Leaves room in the column for a number behind it. */
    private static final int LONGEST = 70;

    private final EmployerRepository employers;

    Slugs(EmployerRepository employers) {
        this.employers = employers;
    }

    /** Free as of now; the table's constraint decides between two that ask at once. */
    String freeFor(String name) {
        String slug = Slug.of(name, "employer", LONGEST);
        String candidate = slug;
        for (int number = 2; employers.existsBySlug(candidate); number++) {
            candidate = slug + "-" + number;
        }
        return candidate;
    }
}
