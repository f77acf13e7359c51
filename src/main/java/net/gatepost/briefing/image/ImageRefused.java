package net.gatepost.briefing.image;

/** A file can't be made a picture of. Carries the key of a sentence that says why. */
public class ImageRefused extends Exception {

    ImageRefused(String reason) {
        super("briefing.image.refused." + reason, null, false, false);
    }

    public String messageKey() {
        return String.valueOf(getMessage());
    }
}
