package net.gatepost.job;

/** What was asked of a listing can't be done where it stands: a closed one can't be renewed. */
public class IllegalListingState extends RuntimeException {

    IllegalListingState(ListingStatus status) {
        super("not while " + status);
    }
}
