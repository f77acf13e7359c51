package net.gatepost.job;

import java.time.ZoneId;
import net.gatepost.place.Place;

/**
 * The place of a listing, as the gazetteer knew it when it was chosen.
 *
 * @param id the gazetteer's
 * @param label "Annapolis Junction, MD"
 * @param latitude degrees north
 * @param longitude degrees east
 */
public record ListingPlace(String id, String label, double latitude, double longitude, ZoneId zone) {

    public static ListingPlace of(Place place) {
        return new ListingPlace(place.id(), place.label(), place.latitude(), place.longitude(), place.zone());
    }
}
