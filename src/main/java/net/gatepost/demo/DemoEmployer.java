package net.gatepost.demo;

import java.util.List;
import net.gatepost.employer.CageCode;
import net.gatepost.employer.Domain;
import net.gatepost.employer.EmployerDraft;

/**
 * An employer that does not exist.
 *
 * @param fields of role families that it hires for
 * @param recruiter the address of the account that recruits for it
 */
record DemoEmployer(EmployerDraft draft, List<String> fields, String recruiter) {

    /** In the order of the file; the last one is not verified yet. */
    static List<DemoEmployer> all(List<DemoPerson> people) {
        return ContentFile.rows("employers.tsv", 6).stream()
                .map(cells -> new DemoEmployer(
                        new EmployerDraft(
                                cells.get(0),
                                new Domain(cells.get(1)),
                                new CageCode(cells.get(2)),
                                null,
                                "https://www." + cells.get(1),
                                cells.get(5),
                                cells.get(4)),
                        List.of(cells.get(3).split(",")),
                        people.stream()
                                .filter(person -> person.recruitsFor(cells.get(1)))
                                .map(person -> person.email().value())
                                .findFirst()
                                .orElse("recruiting@" + cells.get(1))))
                .toList();
    }

    String name() {
        return draft.name();
    }

    String domain() {
        return draft.domain().value();
    }
}
