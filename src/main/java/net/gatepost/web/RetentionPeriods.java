package net.gatepost.web;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long personal data is kept that has served its purpose: {@code gatepost.retention.*}. The defaults are what the privacy
 * page promises, so a site may shorten them, by configuration, and not lengthen them.
 *
 * @param mails the envelope of a mail after it was sent
 * @param notices what the site told a person
 * @param issues who got which issue of the mailing list
 * @param unconfirmed an address of the mailing list that nobody confirmed; at least four days, it is reminded after three
 * @param imports rows and report of an employer's import
 * @param invitations an invitation to a team, and an address that a recruiter did not prove, after its link ended
 * @param links a link of a mail, and a wish to join, after it ended
 * @param devices a device that signed in, after it was last seen
 */
@ConfigurationProperties("gatepost.retention")
public record RetentionPeriods(
        @DefaultValue(MAILS) Duration mails,
        @DefaultValue(NOTICES) Duration notices,
        @DefaultValue(ISSUES) Duration issues,
        @DefaultValue(UNCONFIRMED) Duration unconfirmed,
        @DefaultValue(IMPORTS) Duration imports,
        @DefaultValue(INVITATIONS) Duration invitations,
        @DefaultValue(LINKS) Duration links,
        @DefaultValue(DEVICES) Duration devices) {

    private static final String MAILS = "30d";
    private static final String NOTICES = "365d";
    private static final String ISSUES = "90d";
    private static final String UNCONFIRMED = "30d";
    private static final String IMPORTS = "90d";
    private static final String INVITATIONS = "30d";
    private static final String LINKS = "7d";
    private static final String DEVICES = "90d";

    /** @throws IllegalArgumentException for a period that is longer than promised, or too short to be of use */
    public RetentionPeriods {
        check("mails", mails, 1, MAILS);
        check("notices", notices, 1, NOTICES);
        check("issues", issues, 1, ISSUES);
        check("unconfirmed", unconfirmed, 4, UNCONFIRMED);
        check("imports", imports, 1, IMPORTS);
        check("invitations", invitations, 1, INVITATIONS);
        check("links", links, 1, LINKS);
        check("devices", devices, 1, DEVICES);
    }

    private static void check(String name, Duration period, int leastDays, String promised) {
        if (period.compareTo(Duration.ofDays(leastDays)) < 0
                || period.compareTo(DurationStyle.detectAndParse(promised)) > 0) {
            throw new IllegalArgumentException("gatepost.retention." + name + " must be from " + leastDays + "d to "
                    + promised + ", which is what the privacy page promises");
        }
    }
}
