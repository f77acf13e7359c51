package net.gatepost.access;

/** The viewers of the matrix. */
enum Who {
    ANONYMOUS("anonymous"),
    /** Owns the profile and its rows. */
    MEMBER("member"),
    OTHER_MEMBER("other member"),
    /** Acts for the verified employer that owns the listings. */
    RECRUITER("recruiter"),
    /** Acts for another verified employer. */
    RIVAL("rival recruiter"),
    /** Acts for an employer that is not verified. */
    UNVERIFIED("unverified recruiter"),
    EDITOR("editor"),
    ADMINISTRATOR("administrator");

    private final String title;

    Who(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
