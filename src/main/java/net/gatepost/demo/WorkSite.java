package net.gatepost.demo;

import java.util.Currency;
import java.util.List;
import net.gatepost.job.ListingPlace;
import net.gatepost.place.Gazetteer;

/**
 * A place where the demo has cleared work.
 *
 * @param payPercent of what is paid in the middle of the United States, in this place's own currency
 * @param scheme the column of needs.tsv that applies here
 * @param kinds what is done here
 */
record WorkSite(ListingPlace place, int weight, int payPercent, Currency currency, String scheme, List<String> kinds) {

    static List<WorkSite> all(Gazetteer gazetteer) {
        return ContentFile.rows("places.tsv", 6).stream()
                .map(cells -> new WorkSite(
                        gazetteer
                                .find(cells.get(0))
                                .exact()
                                .map(ListingPlace::of)
                                .orElseThrow(() ->
                                        new IllegalStateException("The gazetteer doesn't know which " + cells.get(0))),
                        Integer.parseInt(cells.get(1)),
                        Integer.parseInt(cells.get(2)),
                        Currency.getInstance(cells.get(3)),
                        cells.get(4),
                        List.of(cells.get(5).split(","))))
                .toList();
    }

    boolean isAmerican() {
        return scheme.equals("us") || scheme.equals("doe");
    }

    /** Whether the work done here is of one of these kinds. */
    boolean isFor(RoleFamily family) {
        return family.where().stream().anyMatch(kinds::contains);
    }
}
