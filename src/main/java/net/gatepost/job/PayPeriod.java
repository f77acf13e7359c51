package net.gatepost.job;

/** What a pay is for. */
public enum PayPeriod {
    HOUR(2080),
    YEAR(1);

    private final int perYear;

    PayPeriod(int perYear) {
        this.perYear = perYear;
    }

    /** How many make a year of full-time work: 52 weeks of 40 hours. */
    public int perYear() {
        return perYear;
    }

    /** The key of its name in the messages. */
    public String messageKey() {
        return "listing.pay-period." + name();
    }
}
