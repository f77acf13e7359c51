package net.gatepost.journey;

import org.junit.jupiter.api.Test;

@Journey
class PrivacyJourneyTest {

    private static final String PASSPHRASE = "cleared for demo only";

    @Test
    void aMaskedMemberIsFoundAskedNamedAndGoneAgain(Traveller casey, Traveller quinn) {
        // Quinn finds somebody, and may not see who.
        quinn.signsIn("quinn@demo.example", PASSPHRASE);
        quinn.opensOnceItShows("/hire/candidates?q=mission+systems+polygraph", "Software engineer for mission systems")
                .doesNotSee("Lindqvist")
                .photographs("candidates");
        quinn.follows("Software engineer for mission systems")
                .sees("A cleared professional")
                .sees("Current employer, not shown")
                .doesNotSee("Casey")
                .doesNotSee("Larkspur")
                .photographs("candidate");
        String candidate = quinn.path();
        quinn.types("What would you tell them?", "A team near Fort Meade needs a lead.")
                .presses("Ask")
                .sees("Asked; no answer yet");

        // Casey reads who looked and who asks, and says who they are.
        casey.signsIn("casey@demo.example", PASSPHRASE);
        casey.opens("/me/views")
                .sees("Quinn Haverford")
                .sees("your profile, masked")
                .photographs("views");
        casey.opens("/me/privacy").sees("A team near Fort Meade needs a lead.").photographs("privacy");
        casey.presses("Tell them who I am Kestrelmoor Aerospace").sees("Knows your name");
        quinn.opens(candidate).sees("Casey Lindqvist").photographs("candidate-named");

        // And takes it back, and blocks them.
        casey.presses("Hide my name again Kestrelmoor Aerospace").sees("Masked again");
        quinn.opens(candidate).sees("A cleared professional").doesNotSee("Casey");
        casey.types("Block an employer by its name", "Kestrelmoor")
                .presses("Find")
                .presses("Block Kestrelmoor Aerospace")
                .sees("That employer doesn’t find you any more");
        quinn.opens(candidate).gets(404);
        casey.presses("Unblock Kestrelmoor Aerospace").sees("The block is taken back");
        quinn.opens(candidate).sees("A cleared professional");

        // Not looking, in one click, and back.
        casey.presses("I’m not looking").sees("Your profile is sealed").photographs("privacy-resting");
        quinn.opens(candidate).gets(404);
        casey.presses("Undo that").sees("Recruiters can find you now, without your name");
        quinn.opens(candidate).sees("A cleared professional");
    }

    @Test
    void whoKeepsTheProfileSealedIsFoundByNoRecruiter(Traveller morgan, Traveller riley) {
        morgan.signsIn("morgan@demo.example", PASSPHRASE);
        morgan.opens("/me/privacy").sees("Sealed").photographs("privacy-sealed");
        morgan.opens("/me/views").sees("Nobody has looked").photographs("views-empty");

        riley.signsIn("riley@demo.example", PASSPHRASE);
        for (var words :
                new String[] {"Network+engineer,+Secret", "Routing+and+switching+BGP", "Morgan", "Bluebell+Point"}) {
            riley.opens("/hire/candidates?q=" + words)
                    .doesNotSee("Network engineer, Secret")
                    .doesNotSee("Morgan");
        }
        riley.opens("/hire/candidates?q=campus+networks+splice")
                .sees("Nobody to show")
                .photographs("candidates-none");
    }
}
