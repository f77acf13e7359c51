package net.gatepost.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Reads the files that src/data/places makes; the README beside them tells their columns and their licences. */
final class GazetteerFiles {

    /** A town with the key of its name, the number of people there and its other names. */
    record Town(Place place, String key, int people, List<String> aliases) {}

    /** The ZIP codes in rising order, each with its point, the row of its town, and the row of its zone or -1. */
    record Zips(int[] codes, float[] latitudes, float[] longitudes, int[] towns, int[] zones) {}

    final Regions regions = new Regions(lines("regions.tsv"));
    final List<ZoneId> zones;
    final List<Town> towns;
    final Zips zips;

    GazetteerFiles() {
        List<String> rows = lines("towns.tsv");
        String[] header = rows.get(0).split("\t");
        zones = Arrays.stream(header).skip(1).map(ZoneId::of).toList();
        towns = new ArrayList<>(rows.size() - 1);
        for (String row : rows.subList(1, rows.size())) {
            towns.add(town(row.split("\t", -1)));
        }
        zips = zips(lines("zips.tsv"));
    }

    private Town town(String[] field) {
        String name = field[0];
        String region = field[1].isEmpty() ? null : field[1];
        String country = field[2].intern();
        if (region == null) {
            regions.addCountry(country);
        }
        String words = Names.words(name);
        String id = (country + (region == null ? "" : " " + region) + " " + words)
                .toLowerCase(Locale.ROOT)
                .replace(' ', '-');
        Place place = new Place(
                id,
                name,
                region == null ? null : region.intern(),
                country,
                Double.parseDouble(field[3]),
                Double.parseDouble(field[4]),
                zones.get(Integer.parseInt(field[5])),
                regions.label(name, region, country),
                null);
        List<String> aliases = field.length > 7 ? List.of(field[7].split("\\|")) : List.of();
        return new Town(place, Names.key(words), Integer.parseInt(field[6]), aliases);
    }

    private static Zips zips(List<String> rows) {
        int count = rows.size();
        Zips zips = new Zips(new int[count], new float[count], new float[count], new int[count], new int[count]);
        for (int i = 0; i < count; i++) {
            String[] field = rows.get(i).split("\t", -1);
            zips.codes[i] = Integer.parseInt(field[0]);
            zips.latitudes[i] = Float.parseFloat(field[1]);
            zips.longitudes[i] = Float.parseFloat(field[2]);
            zips.towns[i] = Integer.parseInt(field[3]);
            zips.zones[i] = field.length > 4 ? Integer.parseInt(field[4]) : -1;
        }
        return zips;
    }

    private static List<String> lines(String file) {
        try (InputStream in = GazetteerFiles.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The gazetteer's file " + file + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The gazetteer's file " + file + " cannot be read", e);
        }
    }
}
