package net.gatepost.account;

/** Where a person lands after signing in. Chosen when joining; opens no door that the other choice would not. */
public enum Desk {
    /** "I look for work". */
    MEMBER("/me"),
    /** "I am hiring". */
    HIRING("/hire");

    private final String path;

    Desk(String path) {
        this.path = path;
    }

    public String path() {
        return path;
    }
}
