package net.gatepost.job.importing;

/** It can't be begun or set so. Carries the key of a sentence that says why. */
class ImportRefused extends RuntimeException {

    ImportRefused(String messageKey) {
        super(messageKey, null, false, false);
    }

    String messageKey() {
        return String.valueOf(getMessage());
    }
}
