package net.gatepost.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.gatepost.place.GazetteerFiles.Town;
import net.gatepost.place.GazetteerFiles.Zips;
import net.gatepost.place.Regions.Area;
import org.jspecify.annotations.Nullable;

/**
 * The towns, bases and ZIP codes of the United States, and towns abroad where cleared work is done. Immutable; safe for
 * many threads; answers in microseconds and takes any input, however long or odd.
 */
public final class Gazetteer {

    private static final int LONGEST_INPUT = 120;
    private static final int MOST_CANDIDATES = 10;
    private static final int MOST_SUGGESTIONS = 50;

    /** A ZIP code at the end of what was typed, with or without its four further digits. */
    private static final Pattern ZIP = Pattern.compile("(?<![\\p{L}\\p{N}-])(\\d{5})(?:\\s?-?\\s?\\d{4})?$");

    private static final Pattern ZIP_START = Pattern.compile("\\d{1,5}");

    // Military mail has ZIP codes but no town: "APO" names a region as large as a continent.
    private static final Set<String> MILITARY_MAIL = Set.of("AA", "AE", "AP");

    private final Regions regions;
    private final GazetteerFiles files;
    private final List<Town> towns;
    private final Zips zips;
    private final Map<String, Place> townsById = new HashMap<>();

    /** Every name of every town, in order of its key, the larger town first. */
    private final List<Name> names;

    private record Name(String key, Town town) {}

    private static final class Shipped {
        static final Gazetteer GAZETTEER = new Gazetteer(new GazetteerFiles());
    }

    private Gazetteer(GazetteerFiles files) {
        this.files = files;
        regions = files.regions;
        towns = files.towns;
        zips = files.zips;
        List<Name> all = new ArrayList<>(towns.size() + 1000);
        for (Town town : towns) {
            townsById.put(town.place().id(), town.place());
            if (!MILITARY_MAIL.contains(String.valueOf(town.place().region()))) {
                all.add(new Name(town.key(), town));
                town.aliases().forEach(alias -> all.add(new Name(Names.key(Names.words(alias)), town)));
            }
        }
        all.sort((one, other) -> {
            int byKey = one.key.compareTo(other.key);
            return byKey != 0 ? byKey : Integer.compare(other.town.people(), one.town.people());
        });
        names = List.copyOf(all);
    }

    /** The gazetteer that Gatepost ships, read when it is first asked for. */
    public static Gazetteer shipped() {
        return Shipped.GAZETTEER;
    }

    /**
     * The place that somebody typed: a town with or without its state or country ("Fort Meade, MD", "ft meade
     * maryland", "St. Louis"), a base ("Redstone Arsenal"), a ZIP code ("20755", "20755-1234"), an address that ends
     * in one of these, or a place's label.
     */
    public PlaceMatch find(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST_INPUT) {
            return new PlaceMatch.None();
        }
        String text = typed.strip();
        Matcher zip = ZIP.matcher(text);
        if (zip.find()) {
            Optional<Place> place = zip(Integer.parseInt(zip.group(1)));
            if (place.isPresent()) {
                return new PlaceMatch.Exact(place.get());
            }
            text = text.substring(0, zip.start());
        }
        List<String> parts = Arrays.stream(text.split("[,;\\n]"))
                .map(Names::words)
                .filter(words -> !words.isEmpty())
                .toList();
        return decide(meant(parts));
    }

    /** The place with this id, as {@link Place#id()} gave it. */
    public Optional<Place> byId(String id) {
        Place town = townsById.get(id);
        if (town == null
                && id.startsWith("us-")
                && ZIP_START.matcher(id).region(3, id.length()).matches()) {
            return id.length() == 8 ? zip(Integer.parseInt(id, 3, 8, 10)) : Optional.empty();
        }
        return Optional.ofNullable(town);
    }

    /** Places that what was typed so far may become, the largest first, at most {@code limit} and never over 50. */
    public List<Place> suggest(@Nullable String prefix, int limit) {
        int most = Math.max(0, Math.min(limit, MOST_SUGGESTIONS));
        if (prefix == null || prefix.length() > LONGEST_INPUT) {
            return List.of();
        }
        String text = prefix.strip();
        if (ZIP_START.matcher(text).matches()) {
            return zipsFrom(text, most);
        }
        int comma = text.indexOf(',');
        String start = Names.key(Names.words(comma < 0 ? text : text.substring(0, comma)));
        if (start.isEmpty()) {
            return List.of();
        }
        String label = Names.key(Names.words(text));
        Predicate<Name> wanted = comma < 0
                ? name -> name.key.startsWith(start)
                : name -> Names.key(Names.words(name.town.place().label())).startsWith(label);
        List<Place> found = startingWith(start)
                .filter(wanted)
                .map(Name::town)
                .distinct()
                .sorted(Comparator.comparingInt(Town::people).reversed())
                .limit(most)
                .map(Town::place)
                .toList();
        return found.isEmpty() ? find(text).candidates().stream().limit(most).toList() : found;
    }

    private List<Town> meant(List<String> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        List<List<Area>> within = new ArrayList<>();
        List<String> candidates = new ArrayList<>(List.of(parts.get(0)));
        for (String part : parts.subList(1, parts.size())) {
            List<Area> areas = regions.typed(part);
            if (areas.isEmpty()) {
                candidates.add(part);
            } else {
                within.add(0, areas);
            }
        }
        for (String candidate : candidates) {
            List<Town> found = named(candidate);
            for (List<Area> areas : within) {
                found = narrowed(found, areas);
            }
            if (found.isEmpty()) {
                found = namedWithRegion(candidate);
                for (List<Area> areas : within) {
                    found = narrowed(found, areas);
                }
            }
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Towns named without a comma before the region: "fort meade md", "charleston west virginia". */
    private List<Town> namedWithRegion(String words) {
        int space = words.lastIndexOf(' ');
        for (int tried = 0; space > 0 && tried < 4; tried++) {
            List<Area> areas = regions.typed(words.substring(space + 1));
            List<Town> found = areas.isEmpty() ? List.of() : narrowed(named(words.substring(0, space)), areas);
            if (!found.isEmpty()) {
                return found;
            }
            space = words.lastIndexOf(' ', space - 1);
        }
        return List.of();
    }

    private List<Town> named(String words) {
        String key = Names.key(words);
        return startingWith(key)
                .takeWhile(name -> name.key.equals(key))
                .map(Name::town)
                .distinct()
                .toList();
    }

    private static List<Town> narrowed(List<Town> towns, List<Area> areas) {
        for (Area area : areas) {
            List<Town> inside =
                    towns.stream().filter(town -> area.holds(town.place())).toList();
            if (!inside.isEmpty()) {
                return inside;
            }
        }
        return List.of();
    }

    private Stream<Name> startingWith(String key) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).key.compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return names.subList(low, names.size()).stream().takeWhile(name -> name.key.startsWith(key));
    }

    private static PlaceMatch decide(List<Town> meant) {
        if (meant.isEmpty()) {
            return new PlaceMatch.None();
        }
        if (meant.size() == 1 || dominates(meant.get(0), meant.subList(1, meant.size()))) {
            return new PlaceMatch.Exact(meant.get(0).place());
        }
        return new PlaceMatch.Ambiguous(
                meant.stream().limit(MOST_CANDIDATES).map(Town::place).toList());
    }

    /**
     * Whether everybody means this town by its bare name: Denver is the one in Colorado. A capital abroad does not
     * overshadow a larger town at home: Melbourne may be the one in Florida.
     */
    private static boolean dominates(Town first, List<Town> others) {
        boolean abroad = !isHome(first);
        return first.people() >= 10_000
                && others.stream()
                        .allMatch(other -> first.people() >= 8L * other.people()
                                && !(abroad && isHome(other) && other.people() >= 50_000));
    }

    private static boolean isHome(Town town) {
        return "US".equals(town.place().country());
    }

    private Optional<Place> zip(int code) {
        int row = Arrays.binarySearch(zips.codes(), code);
        return row < 0 ? Optional.empty() : Optional.of(zipAt(row));
    }

    private List<Place> zipsFrom(String digits, int most) {
        int scale = (int) Math.pow(10, 5 - digits.length());
        int first = Integer.parseInt(digits) * scale;
        int row = Arrays.binarySearch(zips.codes(), first);
        List<Place> found = new ArrayList<>();
        for (int i = row < 0 ? -row - 1 : row;
                i < zips.codes().length && zips.codes()[i] < first + scale && found.size() < most;
                i++) {
            found.add(zipAt(i));
        }
        return found;
    }

    private Place zipAt(int row) {
        Place town = towns.get(zips.towns()[row]).place();
        String code = String.format(Locale.ROOT, "%05d", zips.codes()[row]);
        int zone = zips.zones()[row];
        return new Place(
                "us-" + code,
                town.name(),
                town.region(),
                town.country(),
                thousandths(zips.latitudes()[row]),
                thousandths(zips.longitudes()[row]),
                zone < 0 ? town.zone() : files.zones.get(zone),
                town.label() + " " + code,
                code);
    }

    /** A point as its file wrote it, rid of what the narrower number added. */
    private static double thousandths(float degrees) {
        return Math.round(degrees * 1000d) / 1000d;
    }
}
