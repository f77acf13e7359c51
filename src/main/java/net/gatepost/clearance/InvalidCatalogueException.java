package net.gatepost.clearance;

/** A catalogue file that can't be used; the message says what is wrong and where. */
public class InvalidCatalogueException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidCatalogueException(String message) {
        super(message);
    }

    InvalidCatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
