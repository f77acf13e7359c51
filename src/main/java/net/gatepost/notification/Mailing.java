package net.gatepost.notification;

/** Whether and when a notice is mailed. The desk shows it in any case. */
public enum Mailing {
    AT_ONCE,
    /** Collected into one mail a day, unless the member has been at the desk meanwhile. */
    DAILY,
    NEVER
}
