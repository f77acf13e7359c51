package net.gatepost.journey;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

@Journey
class PasskeyJourneyTest {

    private static final String PASSPHRASE = "seven quiet herons at dawn";
    private static final String NEW = "/me/security/passkeys/new";

    @Test
    void someoneJoinsAddsAPasskeyAndSignsInWithItAlone(Traveller robin) {
        var keys = robin.page().context().newCDPSession(robin.page());
        keys.send("WebAuthn.enable");
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var options = new JsonObject();
        options.add("options", device);
        String authenticator = keys.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();

        robin.opens("/join")
                .types("Your name", "Robin Weir")
                .types("E-mail address", "robin@weir.example")
                .types("Passphrase", PASSPHRASE)
                .ticks("I look for work")
                .ticks("I agree to the terms and have read the privacy page")
                .presses("Join now");
        robin.opensMailTo("robin@weir.example", "")
                .followsMailLink("/join/confirm/")
                .presses("Open my account");
        robin.signsIn("robin@weir.example", PASSPHRASE).sees("Sign in without typing");
        robin.follows("Add a passkey")
                .isAt("/me/security/confirmation.*")
                .types("Passphrase", PASSPHRASE)
                .presses("Go on")
                .isAt(NEW)
                .types("Name", "Robin’s computer")
                .photographs("passkey-new");
        robin.shows("Go on with my device", "Your second factor is on").photographs("passkey-codes");
        robin.opens("/me").doesNotSee("Sign in without typing");
        robin.opens("/me/security/passkeys").sees("Robin’s computer").photographs("passkeys");
        robin.opens("/me/security/second-factor").opens("/me/security").signsOut();

        robin.opens("/me/saved").isAt("/sign-in\\?next=.*").photographs("sign-in-passkey");
        robin.shows("Sign in with a passkey", "Saved").isAt("/me/saved");

        // The passphrase alone no longer does; the same passkey is the second step, and confirms.
        robin.signsOut().opens("/sign-in").types("E-mail address", "robin@weir.example");
        robin.types("Passphrase", PASSPHRASE).presses("Sign in").isAt("/sign-in/second-step");
        robin.shows("Use a passkey", "Good to see you")
                .opens("/me/data/erasure")
                .isAt("/me/security/confirmation.*");
        robin.shows("Use a passkey", "Erase your account?").isAt("/me/data/erasure");

        // A device that says no: said in words, and nothing else happens.
        var no = new JsonObject();
        no.addProperty("authenticatorId", authenticator);
        no.addProperty("isUserVerified", false);
        keys.send("WebAuthn.setUserVerified", no);
        robin.signsOut().opens("/sign-in");
        robin.shows("Sign in with a passkey", "That did not work, or was cancelled")
                .isAt("/sign-in");
    }
}
