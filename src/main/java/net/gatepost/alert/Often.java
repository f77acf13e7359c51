package net.gatepost.alert;

/** How often a saved search tells of new listings by mail. */
public enum Often {
    /** With the next round after a listing was published: a minute or so. */
    AT_ONCE,
    /** At {@link AlertTimes#AT}. */
    DAILY,
    /** At that time on {@link AlertTimes#ON}. */
    WEEKLY,
    OFF;

    public String messageKey() {
        return "alert.often." + name();
    }
}
