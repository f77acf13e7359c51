package net.gatepost.job;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import net.gatepost.web.Viewer;

/**
 * Something that a module below knows of listings for one signed-in person, such as that they saved or answered one. Pages
 * of listings ask every mark there is, once for all the listings that they show.
 */
public interface ListingMark {

    /** What a page knows it by: {@code saved}, {@code applied}. */
    String name();

    /**
     * Those of these listings that bear the mark for this person.
     *
     * @return by the listing's id a path of this site that says more, such as {@code /me/applications/…}
     */
    Map<UUID, String> among(Viewer viewer, Collection<UUID> listings);
}
