package net.gatepost.journey;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

@Journey
class MemberJourneyTest {

    private static final String PASSPHRASE = "seven quiet herons at dusk";

    @Test
    void someoneJoinsKeepsAProfileFindsAListingAndJoinsTheMailingList(Traveller robin) {
        robin.opens("/").photographs("home");
        robin.follows("Join now").photographs("join");

        // Wrong first: everything is said, and nothing that was typed is lost.
        robin.types("Your name", "Robin Vale")
                .presses("Join now")
                .gets(422)
                .sees("There is a problem")
                .photographs("join-errors");
        robin.types("E-mail address", "robin@vale.example")
                .types("Passphrase", PASSPHRASE)
                .ticks("I look for work")
                .ticks("I agree to the terms and have read the privacy page")
                .presses("Join now")
                .isAt("/join/sent")
                .sees("Look into your mail");

        robin.opensMailTo("robin@vale.example", "").photographs("mail");
        assertThat(robin.page().request().get(robin.page().url() + "/html").text())
                .as("the mail as HTML")
                .contains("/join/confirm/");
        robin.followsMailLink("/join/confirm/").presses("Open my account").sees("Your account is open");

        robin.signsIn("robin@vale.example", PASSPHRASE).isAt("/me").photographs("desk");
        robin.opens("/me/profile").sees("Your profile is empty").photographs("profile-empty");
        robin.opens("/me/profile/clearances/new")
                .chooses("Level", "Top Secret")
                .ticks("SCI")
                .ticks("I am in access now")
                .types("Month it was granted", "2022-03")
                .photographs("profile-clearance")
                .presses("Save")
                .sees("Top Secret");
        robin.opens("/me/profile/basics")
                .types("Headline", "Signals engineer, ground stations")
                .types("Skills", "C++, RF\nLinux")
                .presses("Save")
                .sees("Signals engineer, ground stations")
                .photographs("profile");
        robin.opens("/me/profile/preview?as=masked").doesNotSee("Robin Vale").photographs("profile-preview");

        // Marked text is refused in words, and is nowhere afterwards.
        robin.opens("/me/profile/basics")
                .types("Summary", "TOP SECRET//SI//NOFORN the thing itself")
                .presses("Save")
                .gets(422)
                .sees("security officer")
                .doesNotSee("NOFORN");

        robin.opens("/jobs").photographs("jobs");
        robin.opens("/jobs?qualify=yes").sees("You meet this").doesNotSee("You could meet this");
        robin.types("What", "engineer")
                .presses("Find jobs")
                .isAt("/jobs\\?.*q=engineer.*")
                .sees("engineer");
        robin.page().locator(".listing-title a").first().click();
        robin.isAt("/jobs/[0-9a-f-]{36}/.+")
                .sees("posted")
                .sees("A security officer decides")
                .photographs("listing");

        robin.signsOut();
        robin.opens("/mailing-list")
                .types("E-mail address", "robin@vale.example")
                .presses("Subscribe")
                .isAt("/mailing-list/sent");
        robin.opensMailTo("robin@vale.example", "Confirm your subscription")
                .followsMailLink("/mailing-list/confirm/")
                .presses("Yes, subscribe me")
                .sees("You are on the list")
                .photographs("list-confirmed");
    }

    @Test
    void anIssueReachesWhoConfirmedAndItsLinkEndsIt(Traveller wren, Traveller avery) {
        wren.opens("/mailing-list")
                .types("E-mail address", "wren@vale.example")
                .presses("Subscribe")
                .isAt("/mailing-list/sent");
        wren.opensMailTo("wren@vale.example", "Confirm your subscription")
                .followsMailLink("/mailing-list/confirm/")
                .presses("Yes, subscribe me")
                .sees("You are on the list");

        avery.signsIn("avery@demo.example", "cleared for demo only")
                .opens("/admin/mailing-list/digests")
                .opens("/admin/mailing-list/import")
                .opens("/admin/mailing-list/figures")
                .sees("We do not track who opens")
                .opens("/admin/mailing-list/health")
                .opens("/admin/mailing-list/issues/new")
                .types("Subject", "News of the vale")
                .types("Text", "## All is well\n\nNothing else.")
                .presses("Save and preview")
                .sees("It goes to")
                .presses("Send or schedule")
                .sees("The issue leaves within seconds");

        wren.opensMailTo("wren@vale.example", "News of the vale")
                .followsMailLink("/mailing-list/preferences/")
                .sees("Jobs near")
                .opensMailTo("wren@vale.example", "News of the vale")
                .followsMailLink("/mailing-list/leave/")
                .presses("Leave the list")
                .sees("You are not on the list");
        wren.opens("/mailing-list/archive").follows("News of the vale").sees("All is well");
    }

    @Test
    void aPageThatNeedsSigningInComesBackAfterIt(Traveller casey) {
        casey.opens("/me/profile").isAt("/sign-in\\?next=.*").photographs("sign-in");
        casey.types("E-mail address", "casey@demo.example")
                .types("Passphrase", "wrong for sure and long")
                .presses("Sign in")
                .gets(422)
                .sees("do not belong together");
        casey.types("Passphrase", "cleared for demo only")
                .presses("Sign in")
                .isAt("/me/profile")
                .photographs("casey-profile");
        casey.opens("/me/security").photographs("security");
        casey.signsOut().opens("/me").isAt("/sign-in.*");
    }
}
