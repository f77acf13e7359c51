package net.gatepost.journey;

import org.junit.jupiter.api.Test;

@Journey
class ApplyingJourneyTest {

    private static final String PASSPHRASE = "cleared for demo only";

    @Test
    void fromTheSearchToTheOffer(Traveller casey, Traveller riley) {
        // Riley posts a job that asks something.
        riley.signsIn("riley@demo.example", PASSPHRASE);
        riley.opens("/hire/listings/new")
                .types("Title", "Lighthouse Signals Engineer")
                .types("Place", "Annapolis Junction, MD")
                .types("Description", "Keep the lamps of the north quay in tune.")
                .chooses("Lowest level that will do", "Secret")
                .types("Questions to applicants", "When could you start?\nHave you kept a lamp before?")
                .presses("Save and preview")
                .sees("When could you start?")
                .presses("Publish")
                .sees("The listing is live");
        String listing = riley.path();

        // Casey finds it signed out, signs in on the way, and is back where they were.
        casey.opensOnceItShows("/jobs?q=lighthouse+signals", "Lighthouse Signals Engineer")
                .follows("Lighthouse Signals Engineer")
                .follows("Apply")
                .sees("Sign in and apply")
                .photographs("apply-signed-out");
        casey.follows("Sign in and apply")
                .types("E-mail address", "casey@demo.example")
                .types("Passphrase", PASSPHRASE)
                .presses("Sign in")
                .isAt("/jobs/[0-9a-f-]{36}/apply")
                .sees("What happens next")
                .sees("sees of you")
                .photographs("apply");
        casey.types("Note", "Lamps have been my work for ten years.")
                .types("When could you start?", "In six weeks")
                .presses("Send the application")
                .gets(422)
                .sees("Answer this question")
                .photographs("apply-errors");
        casey.types("Have you kept a lamp before?", "Two of them")
                .presses("Send the application")
                .isAt("/me/applications/[0-9a-f-]{36}")
                .sees("Your application is sent")
                .sees("Submitted")
                .photographs("application");
        String application = casey.path();

        // Riley is told, looks, and moves it; Casey sees each step at once.
        riley.opens("/me/notifications").sees("Somebody has applied for");
        riley.opens(listing + "/applicants").sees("Casey Lindqvist").photographs("applicants");
        riley.follows("Casey Lindqvist")
                .sees("Lamps have been my work")
                .sees("Two of them")
                .photographs("applicant");
        casey.opens(application).sees("Viewed");
        riley.ticks("In review").presses("Move it").sees("The applicant has been told");
        casey.opens(application).sees("In review");
        riley.ticks("Interview").presses("Move it");
        casey.opens(application).sees("Interview");
        riley.ticks("Offer").presses("Move it");
        casey.opens(application).sees("offers you the job").photographs("application-offer");
        casey.opens("/me/notifications").sees("offers you the job").photographs("application-notices");
        casey.opens("/me/applications").sees("Lighthouse Signals Engineer").photographs("applications");
        casey.opens("/me").sees("Offer").photographs("desk-applications");
        casey.opensMailTo("casey@demo.example", "offers you the job");
    }

    @Test
    void withdrawingTakesItAwayFromTheEmployer(Traveller casey, Traveller riley) {
        casey.signsIn("casey@demo.example", PASSPHRASE);
        casey.opens("/me/applications?stage=interview");
        casey.page().locator("main table a").first().click();
        casey.isAt("/me/applications/[0-9a-f-]{36}")
                .sees("Interview")
                .follows("Withdraw it")
                .sees("It is for good")
                .photographs("withdrawal");
        String application = casey.path();
        casey.presses("Withdraw it").sees("Your application is withdrawn").photographs("withdrawn");

        riley.signsIn("riley@demo.example", PASSPHRASE);
        riley.opens("/hire/listings").sees("Applicants").photographs("listings-applicants");
        riley.opens("/me/notifications").sees("has withdrawn");
        casey.opens(application.replace("/withdrawal", "")).sees("Withdrawn");
    }
}
