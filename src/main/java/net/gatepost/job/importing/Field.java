package net.gatepost.job.importing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a row may say, with the names that feeds have for it: elements of XML, columns of CSV. */
enum Field {
    REFERENCE(200, "referencenumber", "reference", "reqid", "jobid", "id"),
    TITLE(200, "title", "jobtitle"),
    DESCRIPTION(60_000, "description", "jobdescription"),
    /** As a whole; or else made of the next four. */
    PLACE(200, "place", "location"),
    CITY(120, "city"),
    STATE(120, "state", "region"),
    COUNTRY(120, "country"),
    POSTCODE(40, "postalcode", "postcode", "zip"),
    WORKPLACE(60, "workplace", "remotetype"),
    EMPLOYMENT(60, "employment", "jobtype", "employmenttype"),
    CLEARANCE(300, "clearance", "securityclearance", "clearancelevel"),
    /** Says the clearance where a feed of ours is read again. */
    CATEGORY(300, "category"),
    PAY_MIN(40, "paymin", "salarymin", "minsalary"),
    PAY_MAX(40, "paymax", "salarymax", "maxsalary"),
    PAY_CURRENCY(10, "paycurrency", "currency"),
    PAY_PERIOD(20, "payperiod", "salaryperiod"),
    /** Both ends in words: "$80,000 - $100,000 a year". */
    SALARY(200, "salary", "compensation"),
    OPENINGS(10, "openings", "positions"),
    CONTINGENT(10, "contingent"),
    CITIZENS_ONLY(10, "citizensonly"),
    CITIZENS_ONLY_BASIS(400, "citizensonlybasis"),
    CLIENT(200, "client"),
    APPLY_URL(600, "applyurl", "url", "link"),
    APPLY_EMAIL(300, "applyemail"),
    ENDS(40, "ends", "expirationdate", "closingdate");

    private final int longest;
    private final List<String> names;

    Field(int longest, String... names) {
        this.longest = longest;
        this.names = List.of(names);
    }

    /** In characters; what is longer breaks the row. */
    int longest() {
        return longest;
    }

    /** The one that the page tells people. */
    String mainName() {
        return names.get(0);
    }

    List<String> names() {
        return names;
    }

    /** Without regard to case, spaces, hyphens and underscores. */
    static Optional<Field> named(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]", "");
        return Arrays.stream(values())
                .filter(field -> field.names.contains(plain))
                .findFirst();
    }
}
