package net.gatepost.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GazetteerTests {

    private static final Instant SUMMER = Instant.parse("2026-07-01T12:00:00Z");
    private static final Instant WINTER = Instant.parse("2027-01-01T12:00:00Z");

    private final Gazetteer places = Gazetteer.shipped();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fort Meade, MD            | Fort Meade, MD",
                "fort meade md             | Fort Meade, MD",
                "Ft. Meade                 | Fort Meade, MD",
                "FT MEADE, MARYLAND        | Fort Meade, MD",
                "Fort George G. Meade, MD  | Fort Meade, MD",
                "Fort Meade, FL            | Fort Meade, FL",
                "20755                     | Fort Meade, MD 20755",
                "20755-1234                | Fort Meade, MD 20755",
                "207551234                 | Fort Meade, MD 20755",
                "Fort Meade, MD 20755      | Fort Meade, MD 20755",
                "Reston, VA 00000          | Reston, VA",
                "Annapolis Junction,MD     | Annapolis Junction, MD",
                "St. Louis                 | St. Louis, MO",
                "Saint Louis               | St. Louis, MO",
                "st louis mo               | St. Louis, MO",
                "Washington, D.C.          | Washington, DC",
                "washington dc             | Washington, DC",
                "DC                        | Washington, DC",
                "Washington, VA            | Washington, VA",
                "New York                  | New York, NY",
                "Mc Lean, VA               | McLean, VA",
                "mclean virginia           | McLean, VA",
                "Charleston West Virginia  | Charleston, WV",
                "O Fallon, IL              | O'Fallon, IL",
                "7 Main Street, Columbia, MD | Columbia, MD",
                "Redstone Arsenal          | Redstone Arsenal, AL",
                "Fort Liberty              | Fort Bragg, NC",
                "Fort Hood, Texas, USA     | Fort Hood, TX",
                "Schriever SFB             | Schriever Space Force Base, CO",
                "Denver                    | Denver, CO",
                "Honolulu                  | Honolulu, HI",
                "Guam                      | Guam",
                "Hagatna                   | Hagåtña, GU",
                "Ramstein                  | Ramstein, Germany",
                "Kaiserslautern, Germany   | Kaiserslautern, Germany",
                "Stuttgart                 | Stuttgart, Germany",
                "Stuttgart, AR             | Stuttgart, AR",
                "Wiesbaden                 | Wiesbaden, Germany",
                "Vicenza, Italy            | Vicenza, Italy",
                "London, UK                | London, England, United Kingdom",
                "Cheltenham, England       | Cheltenham, England, United Kingdom",
                "Menwith Hill              | Harrogate, England, United Kingdom",
                "Canberra                  | Canberra, ACT, Australia",
                "Pine Gap                  | Alice Springs, NT, Australia",
                "Ottawa, CA                | Ottawa, ON, Canada",
                "Brussels                  | Brussels, Belgium",
                "Yokosuka, Japan           | Yokosuka, Japan",
                "Kadena AB                 | Okinawa, Japan",
                "Camp Humphreys, Korea     | Camp Humphreys, South Korea",
                "Seoul                     | Seoul, South Korea",
                "Kuwait                    | Kuwait City, Kuwait",
                "Doha                      | Doha, Qatar",
                "Bahrain                   | Manama, Bahrain"
            })
    void aPlaceIsFoundAsPeopleTypeIt(String typed, String label) {
        assertThat(places.find(typed).exact()).map(Place::label).contains(label);
    }

    @Test
    void aNameOfManyTownsGivesTheLargestTenAndNoVerdict() {
        PlaceMatch match = places.find("Springfield");

        assertThat(match).isInstanceOf(PlaceMatch.Ambiguous.class);
        assertThat(match.exact()).isEmpty();
        assertThat(match.candidates())
                .hasSize(10)
                .extracting(Place::label)
                .startsWith("Springfield, MO", "Springfield, MA", "Springfield, IL")
                .doesNotHaveDuplicates();
    }

    @Test
    void aLargerTownAbroadDoesNotHideOneAtHome() {
        assertThat(places.find("Melbourne").candidates())
                .extracting(Place::label)
                .contains("Melbourne, FL", "Melbourne, VIC, Australia");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                ",",
                ", ,",
                "-",
                "Xyzzyville",
                "Fort Meade, TX",
                "00000",
                "99999-0000",
                "MD",
                "123",
                "1234567",
                "' or 1=1 --",
                "<script>alert(1)</script>",
                "\u0000",
                "\ud83d",
                "\u202e",
                "🛰",
                "(((((",
                "20755x"
            })
    void whatIsNoPlaceIsNone(String typed) {
        assertThat(places.find(typed)).isEqualTo(new PlaceMatch.None());
    }

    @Test
    void nothingTypedIsNone() {
        assertThat(places.find(null)).isEqualTo(new PlaceMatch.None());
        assertThat(places.suggest(null, 5)).isEmpty();
    }

    @Test
    @Timeout(5)
    void hugeAndRandomInputIsAnsweredAtOnce() {
        assertThat(places.find("a, ".repeat(1_000_000))).isEqualTo(new PlaceMatch.None());
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            int[] points = random.ints(random.nextInt(130), 0, 0x3000).toArray();
            String typed = new String(points, 0, points.length);
            assertThat(places.find(typed).candidates()).hasSizeLessThanOrEqualTo(10);
            assertThat(places.suggest(typed, 8)).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void everyTownIsFoundByItsLabelAndItsId() throws IOException {
        List<Place> all = towns();

        assertThat(all).hasSizeGreaterThan(35_000).extracting(Place::id).doesNotHaveDuplicates();
        assertThat(all).extracting(Place::label).doesNotHaveDuplicates();
        assertThat(all.stream().filter(place -> !places.byId(place.id()).equals(Optional.of(place))))
                .isEmpty();
        assertThat(all.stream()
                        .map(Place::label)
                        .filter(label ->
                                !places.find(label).exact().map(Place::label).equals(Optional.of(label))))
                .isEmpty();
    }

    @Test
    void everyZipCodeIsFoundAndHasAPointAndAZoneOfItsRegion() throws IOException {
        List<String> rows = rows("zips.tsv");

        assertThat(rows).hasSizeGreaterThan(42_000);
        for (String row : rows) {
            String zip = row.substring(0, 5);
            Place place = places.find(zip).exact().orElseThrow();
            assertThat(place.postcode()).isEqualTo(zip);
            assertThat(places.byId(place.id())).contains(place);
            assertThat(places.find(place.label()).exact()).contains(place);
            assertThat(place.latitude()).isBetween(-90.0, 80.0);
            assertThat(place.longitude()).isNotZero();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'Huntsville, AL', America/Chicago",
        "'Annapolis Junction, MD', America/New_York",
        "'Colorado Springs, CO', America/Denver",
        "'San Diego, CA', America/Los_Angeles",
        "'Tucson, AZ', America/Phoenix",
        "'El Paso, TX', America/Denver",
        "'NSA Crane, IN', America/Indiana/Indianapolis",
        "'Pensacola, FL', America/Chicago",
        "'Anchorage, AK', America/Anchorage",
        "'Camp Smith, HI', Pacific/Honolulu",
        "Guam, Pacific/Guam",
        "'San Juan, PR', America/Puerto_Rico",
        "Ramstein, Europe/Berlin",
        "Harrogate, Europe/London",
        "Alice Springs, Australia/Darwin",
        "Yokosuka, Asia/Tokyo",
        "09094, Europe/Berlin",
        "96205, Asia/Seoul",
    })
    void aPlaceKnowsItsTimeZone(String typed, ZoneId zone) {
        Place place = places.find(typed).exact().orElseThrow();

        assertThat(List.of(SUMMER, WINTER))
                .allSatisfy(instant -> assertThat(place.zone().getRules().getOffset(instant))
                        .isEqualTo(zone.getRules().getOffset(instant)));
    }

    @Test
    void aZipCodeHasItsOwnPoint() {
        Place zip = places.find("22102").exact().orElseThrow();

        assertThat(zip.id()).isEqualTo("us-22102");
        assertThat(zip.label()).isEqualTo("McLean, VA 22102");
        assertThat(zip.latitude()).isCloseTo(38.951, within(0.001));
        assertThat(zip.longitude()).isCloseTo(-77.23, within(0.001));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us-", "us-1", "us-00000", "us-123456", "us-md-atlantis", "US-20755", "de-ramstein "})
    void anUnknownIdIsEmpty(String id) {
        assertThat(places.byId(id)).isEmpty();
    }

    @Test
    void suggestionsBeginAsTypedAndTheLargestComeFirst() {
        assertThat(places.suggest("san a", 3)).extracting(Place::label).startsWith("San Antonio, TX");
        assertThat(places.suggest("annapolis j", 5)).extracting(Place::label).containsExactly("Annapolis Junction, MD");
        assertThat(places.suggest("Springfield, M", 3))
                .extracting(Place::label)
                .startsWith("Springfield, MO", "Springfield, MA");
        assertThat(places.suggest("fort meade md", 3)).extracting(Place::label).containsExactly("Fort Meade, MD");
        assertThat(places.suggest("2075", 50))
                .extracting(Place::postcode)
                .contains("20755")
                .allSatisfy(zip -> assertThat(zip).startsWith("2075"));
        assertThat(places.suggest("a", 1000)).hasSize(50);
        assertThat(places.suggest("a", 0)).isEmpty();
        assertThat(places.suggest("a", -1)).isEmpty();
        assertThat(places.suggest("9", 50)).hasSize(50);
    }

    @Test
    void readingTheFilesTakesLessThanASecondAndAHalfEvenOnABusyMachine() {
        long start = System.nanoTime();
        GazetteerFiles files = new GazetteerFiles();

        assertThat(files.towns).isNotEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(1500));
    }

    private List<Place> towns() throws IOException {
        return new GazetteerFiles()
                .towns.stream()
                        .map(GazetteerFiles.Town::place)
                        .filter(place -> !List.of("AA", "AE", "AP").contains(String.valueOf(place.region())))
                        .toList();
    }

    private static List<String> rows(String file) throws IOException {
        try (Reader reader = new InputStreamReader(Gazetteer.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            return new BufferedReader(reader).lines().toList();
        }
    }
}
