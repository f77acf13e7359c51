package net.gatepost.employer;

import org.springframework.stereotype.Component;

/** Finds an employer's name in addresses: its own where nobody has it, else with a number behind it. */
@Component
class Slugs {

    private final EmployerRepository employers;

    Slugs(EmployerRepository employers) {
        this.employers = employers;
    }

    /** Free as of now; the table's constraint decides between two that ask at once. */
    String freeFor(String name) {
        String slug = Slug.of(name);
        String candidate = slug;
        for (int number = 2; employers.existsBySlug(candidate); number++) {
            candidate = slug + "-" + number;
        }
        return candidate;
    }
}
