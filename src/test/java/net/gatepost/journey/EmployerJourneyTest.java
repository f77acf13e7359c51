package net.gatepost.journey;

import org.junit.jupiter.api.Test;

@Journey
class EmployerJourneyTest {

    private static final String PASSPHRASE = "nine brass lanterns in fog";
    private static final String DEMO = "cleared for demo only";

    @Test
    void someoneJoinsRegistersAnEmployerPublishesAListingAndClosesIt(
            Traveller terry, Traveller avery, Traveller visitor) {
        terry.opens("/join")
                .types("Your name", "Terry Oake")
                .types("E-mail address", "terry@oakfield.example")
                .types("Passphrase", PASSPHRASE)
                .ticks("I am hiring")
                .ticks("I agree to the terms and have read the privacy page")
                .presses("Join now")
                .opensMailTo("terry@oakfield.example", "")
                .followsMailLink("/join/confirm/")
                .presses("Open my account")
                .signsIn("terry@oakfield.example", PASSPHRASE)
                .isAt("/hire")
                .photographs("hire-empty");

        terry.opens("/hire/employer").presses("Send for verification").gets(422).photographs("employer-errors");
        terry.types("Legal name", "Oakfield Antennas, Inc.")
                .types("Domain", "oakfield.example")
                .types("CAGE code", "7QX94")
                .types("What the employer does", "Antennas for ground stations, from sketch to mast.")
                .presses("Send for verification")
                .sees("Oakfield Antennas");

        // Drafts may be written before the decision, but not published.
        terry.opens("/hire/listings/new")
                .types("Title", "Zephyrfield Antenna Engineer")
                .presses("Save draft")
                .sees("draft is saved");
        String listing = terry.path().replaceAll("\\?.*", "");

        avery.signsIn("avery@demo.example", DEMO).opens("/admin").photographs("admin");
        avery.opens("/admin/employers")
                .photographs("admin-employers")
                .follows("Oakfield Antennas, Inc.")
                .follows("Is it you?")
                .types("Passphrase", DEMO)
                .presses("Go on")
                .photographs("admin-employer");
        avery.presses("Accept").opens("/employers?q=Oakfield").sees("Oakfield Antennas");
        terry.opensMailTo("terry@oakfield.example", "Oakfield");

        terry.opens(listing)
                .types("Place", "Huntsville, AL")
                .ticks("On site")
                .chooses("Employment", "Full time")
                .types("Description", "# What you would do\n\nDesign **antennas** that hold in a storm.")
                .chooses("Lowest level that will do", "Secret")
                .chooses("Polygraph", "No polygraph")
                .ticks("Required")
                .types("From", "118000")
                .types("To", "150000")
                .photographs("listing-form")
                .presses("Save")
                .opens(listing + "/preview")
                .sees("Zephyrfield Antenna Engineer")
                .photographs("listing-preview")
                .presses("Publish")
                .sees("The listing is live");

        visitor.opensOnceItShows("/jobs?q=zephyrfield", "Zephyrfield Antenna Engineer");
        visitor.follows("Zephyrfield Antenna Engineer")
                .sees("Oakfield Antennas")
                .sees("$118,000");
        String page = visitor.path();

        terry.opens("/hire/listings").photographs("hire-listings");
        terry.opens(listing)
                .ticks("Filled another way")
                .presses("Close it for good")
                .sees("The listing is closed");

        // Gone at once, whatever the index knows.
        visitor.opens(page).gets(410).photographs("listing-gone");
        visitor.opens("/jobs?q=zephyrfield").doesNotSee("Zephyrfield Antenna Engineer");
        visitor.photographs("jobs-empty");
    }

    @Test
    void aRecruiterOfAnEmployerThatIsNotVerifiedCanPrepareButNotPublish(Traveller sasha) {
        sasha.signsIn("sasha@demo.example", DEMO);
        sasha.opens("/hire/listings/new")
                .types("Title", "Test Range Coordinator")
                .presses("Save draft");
        String listing = sasha.path();
        sasha.opens("/hire/listings").sees("once an administrator has verified your employer");
        sasha.opens(listing + "/preview").doesNotSee("The public sees it at once");
    }
}
