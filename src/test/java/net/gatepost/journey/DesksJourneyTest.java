package net.gatepost.journey;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The desks of the demo's recruiters and of its administrator, each as its own person walks it. */
@Journey
class DesksJourneyTest {

    private static final String DEMO = "cleared for demo only";

    @Test
    void rileyWalksTheHiringDeskAndQuinnSeesNothingOfIt(Traveller riley, Traveller quinn) {
        riley.signsIn("riley@demo.example", DEMO).opens("/hire");
        riley.opens("/hire/team").sees("People");
        riley.opens("/hire/listings").sees("With those that are ticked").photographs("hire-listings-figures");
        riley.page().locator("tbody a:has-text('Day by day')").first().click();
        riley.opens(riley.path());
        riley.sees("These are numbers alone").photographs("listing-figures");
        String figures = riley.path();
        riley.opens("/hire/listings");
        riley.page()
                .locator("td[data-label=Applicants] a:not(:text-is('0'))")
                .first()
                .click();
        riley.opens(riley.path());
        riley.sees("Applicants:").photographs("applicants");
        String applicants = riley.path();
        riley.opens(applicants + "?view=board").photographs("applicants-board");
        riley.page().locator(".board-card a").first().click();
        riley.opens(riley.path());
        riley.types("A note", "Talked on the telephone.")
                .presses("Keep the note")
                .sees("Talked on the telephone.");
        riley.photographs("applicant");
        riley.opens("/hire/candidates/for-job")
                .types(
                        "The job’s text",
                        "Rigger for Fort Meade, MD. Active Secret clearance required. Java, Kubernetes.")
                .presses("Show who fits")
                .sees("This is what we read in the text")
                .sees("Java (wanted)")
                .photographs("candidates-for-job");
        riley.follows("Save this search").presses("Save").sees("The search is saved");
        riley.opens(riley.path());

        quinn.signsIn("quinn@demo.example", DEMO);
        quinn.opens(applicants).gets(404);
        quinn.opens(figures).gets(404);
        quinn.opens("/hire/listings").doesNotSee("Northquay Integration");
    }

    @Test
    void rileyBringsListingsInAndReadsWhatBecameOfEachRow(Traveller riley) {
        String feed = """
                reference,title,description,location,employment,clearance,applyurl
                J-1,Mast Rigger,"Climbs, and comes down again.","Fort Meade, MD",fulltime,Active Secret,https://ats.example/1
                J-2,Omen Reader,Reads omens.,"Fort Meade, MD",fulltime,Seventh Sense,https://ats.example/2
                """;
        riley.signsIn("riley@demo.example", DEMO).opens("/hire/import");
        riley.page()
                .locator("#file")
                .setInputFiles(new FilePayload("jobs.csv", "text/csv", feed.getBytes(StandardCharsets.UTF_8)));
        riley.presses("Send it").sees("jobs.csv");
        riley.opensOnceItShows(riley.path(), "We do not know what the clearance “Seventh Sense” means");
        riley.photographs("import-run");
        riley.opens("/hire/listings?q=Mast").sees("Mast Rigger");
    }

    @Test
    void sashaPreparesAndNeitherPublishesNorSearchesPeople(Traveller sasha) {
        sasha.signsIn("sasha@demo.example", DEMO).opens("/hire");
        sasha.opens("/hire/candidates").gets(403);
        sasha.opens("/hire/import").sees("becomes drafts");
        sasha.opens("/hire/decisions").sees("Nothing was decided against you");
    }

    @Test
    void aMemberReportsAndAveryDecides(Traveller casey, Traveller avery) {
        casey.signsIn("casey@demo.example", DEMO).opens("/jobs");
        casey.page().locator(".listing-title a").first().click();
        casey.opens(casey.path());
        casey.follows("Report this listing").photographs("report");
        casey.ticks("There is no such job")
                .types("What should we know?", "They never had it.")
                .presses("Send the report")
                .sees("Being looked at");

        avery.signsIn("avery@demo.example", DEMO).opens("/admin");
        avery.opens("/admin/reports")
                .follows("A listing")
                .sees("They never had it.")
                .photographs("admin-report");
        avery.ticks("Dismiss: nothing is done")
                .types("Reason", "It is there.")
                .presses("Decide")
                .sees("No report waits");
        casey.opens("/me/reports").sees("Looked at, nothing done");
        avery.opens("/admin/people?q=Casey");
        avery.page().locator("tbody a").first().click();
        avery.opens(avery.path());
        avery.sees("is in the audit trail").photographs("admin-person");
        avery.opens("/admin/listings");
        avery.opens("/admin/failures");
        avery.opens("/admin/audit").sees("case.dismissed").photographs("admin-audit");
        avery.presses("Verify the chain").sees("The chain holds");
    }
}
