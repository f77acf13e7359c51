package net.gatepost.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.gatepost.process.Site;

/**
 * How long the site takes from the start of its process to its first page, as the jar is built and with the archive of classes
 * that docs/operations.md tells how to make, on data that were there before; and how much heap it keeps when nobody asks it anything.
 */
public final class StartBench {

    private static final Path JAR = Path.of("target", "gatepost.jar");

    private StartBench() {}

    /** A way to start it. */
    private record Way(Path jar, List<String> forJava) {}

    /** @param arguments the benchmark's name; then {@code --listings=N} and {@code --rounds=N} */
    public static void main(String[] arguments) throws Exception {
        var given = new Arguments(arguments);
        int listings = given.number("listings", 500);
        int rounds = given.number("rounds", 7);
        Path unpacked = Files.createTempDirectory("gatepost-bench");
        try (var site = new Site(List.of("--gatepost.demo=true", "--gatepost.demo.listings=" + listings));
                var folder = new Site(unpacked, false, List.of())) {
            site.start();
            site.stop();
            run(site, ways(unpacked), listings, rounds);
        }
    }

    private static void run(Site site, Map<String, Way> ways, int listings, int rounds)
            throws IOException, InterruptedException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        Map<String, List<Double>> heap = new LinkedHashMap<>();
        for (int round = 0; round < rounds; round++) {
            for (var way : ways.entrySet()) {
                var took = site.startToFirstPage(way.getValue().jar, way.getValue().forJava);
                seconds.computeIfAbsent(way.getKey(), unused -> new ArrayList<>()).add(took.toMillis() / 1e3);
                heap.computeIfAbsent(way.getKey(), unused -> new ArrayList<>()).add(site.heapAfterCollection());
                site.stop();
            }
            System.out.println("  round " + (round + 1) + " of " + rounds);
        }
        var figures = new Figures("start");
        var asBuilt = seconds.get("as built");
        seconds.forEach((way, these) ->
                figures.with(way + ": of as built", Medians.ofRatios(these, asBuilt, each -> each)));
        seconds.forEach((way, these) -> figures.with(way + ": seconds to the first page", Medians.of(these, each -> each)));
        heap.forEach((way, these) -> figures.with(way + ": MB of heap after a collection", Medians.of(these, each -> each)));
        figures.with("listings", listings).with("starts of each", rounds).tell();
    }

    private static Map<String, Way> ways(Path unpacked) throws IOException, InterruptedException {
        Path folder = unpacked.resolve("gatepost");
        var unpacking = new ProcessBuilder(Path.of("ops", "unpack").toString(), JAR.toString(), folder.toString()).inheritIO();
        unpacking.environment().put("JAVA_HOME", System.getProperty("java.home"));
        if (unpacking.start().waitFor() != 0) {
            throw new IllegalStateException("could not be unpacked");
        }
        Path jar = folder.resolve("gatepost.jar");
        Map<String, Way> ways = new LinkedHashMap<>();
        ways.put("as built", new Way(JAR, List.of()));
        ways.put("unpacked", new Way(jar, List.of()));
        ways.put(
                "unpacked, with archive",
                new Way(jar, List.of("-XX:SharedArchiveFile=" + folder.resolve("gatepost.jsa"))));
        return ways;
    }
}
