package net.gatepost.job;

/** How somebody is employed. */
public enum EmploymentType {
    FULL_TIME("FULL_TIME"),
    PART_TIME("PART_TIME"),
    CONTRACT("CONTRACTOR"),
    TEMPORARY("TEMPORARY"),
    INTERN("INTERN"),
    PER_DIEM("PER_DIEM");

    private final String schemaOrgName;

    EmploymentType(String schemaOrgName) {
        this.schemaOrgName = schemaOrgName;
    }

    /** As {@code employmentType} of a schema.org JobPosting wants it. */
    public String schemaOrgName() {
        return schemaOrgName;
    }

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.employment." + name();
    }
}
