package net.gatepost.job;

/** Only a verified employer's listings go live. */
public class EmployerNotVerified extends RuntimeException {

    EmployerNotVerified() {
        super("employer not verified", null, false, false);
    }
}
