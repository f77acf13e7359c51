package net.gatepost.backup;

/** Why nothing was backed up or restored, in a sentence for the operator. */
class BackupFailed extends RuntimeException {

    BackupFailed(String message) {
        super(message);
    }

    BackupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
