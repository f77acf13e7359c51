package net.gatepost.employer;

import java.util.Set;

/** Another employer, waiting or verified, holds what this one claims. */
public class AlreadyRegistered extends RuntimeException {

    private final Set<Claim> taken;

    AlreadyRegistered(Set<Claim> taken) {
        super("held by another employer: " + taken, null, false, false);
        this.taken = Set.copyOf(taken);
    }

    public Set<Claim> taken() {
        return taken;
    }
}
