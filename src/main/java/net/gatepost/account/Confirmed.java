package net.gatepost.account;

import net.gatepost.web.Viewer;

/**
 * That a person has shown a moment ago, and not only when they signed in, who they are. What must not happen by a session
 * that was left open takes one as an argument, in services as in handlers, and so can't be reached without: only
 * {@link Confirmations} hands them out.
 *
 * <p>A handler whose viewer has not confirmed lately never runs; the viewer is asked and led back. A {@code @Nullable}
 * argument only tells a page whether it would be so.
 */
public final class Confirmed {

    private final Viewer viewer;

    Confirmed(Viewer viewer) {
        this.viewer = viewer;
    }

    public Viewer viewer() {
        return viewer;
    }
}
