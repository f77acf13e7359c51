package net.gatepost.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Countries and their states or provinces: by which names they are typed, and how a label shows them. */
final class Regions {

    /** A country, or one region of it. */
    record Area(String country, @Nullable String region) {
        boolean holds(Place place) {
            return country.equals(place.country()) && (region == null || region.equals(place.region()));
        }
    }

    private final Map<String, List<Area>> areasByKey = new HashMap<>();
    private final Map<Area, String> names = new HashMap<>();

    Regions(Iterable<String> lines) {
        for (String line : lines) {
            if (line.startsWith("#")) {
                continue;
            }
            String[] field = line.split("\t", -1);
            Area area = new Area(field[0], field[1].isEmpty() ? null : field[1]);
            names.put(area, field[2]);
            typedAs(area.region == null ? area.country : area.region, area);
            typedAs(field[2], area);
            if (field.length > 3) {
                for (String other : field[3].split("\\|")) {
                    typedAs(other, area);
                }
            }
        }
    }

    /** Makes a country known of which no line tells: by its code and its English name. */
    void addCountry(String code) {
        Area area = new Area(code, null);
        if (!names.containsKey(area)) {
            names.put(area, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
            typedAs(code, area);
            typedAs(nameOf(area), area);
        }
    }

    /** What a typed word or two may stand for, regions before countries: CA is California, then Canada. */
    List<Area> typed(String words) {
        return areasByKey.getOrDefault(Names.key(words), List.of());
    }

    /** "Annapolis Junction, MD", "Ottawa, ON, Canada", "Cheltenham, England, United Kingdom", "Stuttgart, Germany". */
    String label(String name, @Nullable String region, String country) {
        StringBuilder label = new StringBuilder(name);
        if (region != null) {
            String regionName = nameOf(new Area(country, region));
            boolean isItsRegion = "GU".equals(region) && regionName.equals(name);
            if (!isItsRegion) {
                label.append(", ").append("GB".equals(country) ? regionName : region);
            }
        }
        if (!"US".equals(country)) {
            label.append(", ").append(nameOf(new Area(country, null)));
        }
        return label.toString();
    }

    private String nameOf(Area area) {
        String name = names.get(area);
        if (name == null) {
            throw new IllegalStateException("The gazetteer has a place in " + area + ", which regions.tsv lacks");
        }
        return name;
    }

    private void typedAs(String name, Area area) {
        List<Area> areas = areasByKey.computeIfAbsent(Names.key(Names.words(name)), key -> new ArrayList<>(1));
        if (areas.contains(area)) {
            return;
        }
        if (area.region != null) {
            areas.add(0, area);
        } else {
            areas.add(area);
        }
    }
}
