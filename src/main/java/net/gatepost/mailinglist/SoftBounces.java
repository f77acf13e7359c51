package net.gatepost.mailinglist;

import java.time.Duration;

/** When bounces that may pass are taken for good; {@code docs/mail.md} says the same in words. */
final class SoftBounces {

    /** This many close the address. */
    static final int MOST = 5;

    /** Two are counted when they are at least so far apart: a server that is down for an hour bounces every mail. */
    static final Duration APART = Duration.ofHours(20);

    /** After so long without one the count begins anew. */
    static final Duration WINDOW = Duration.ofDays(60);

    private SoftBounces() {}
}
