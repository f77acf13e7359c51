package net.gatepost.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.gatepost.process.Site;
import org.apache.commons.math3.stat.inference.MannWhitneyUTest;

/**
 * Whether the time that a refused sign-in takes tells that an address has an account: as many tries with known as with unknown
 * addresses, in random order, each from a network of its own so that no limit comes between; the rank test of Mann and Whitney
 * says how likely such a difference is where there is none.
 */
final class SignInBench {

    private static final int WARM_UP = 60;
    private static final List<String> KNOWN = List.of(
            "casey@demo.example",
            "morgan@demo.example",
            "riley@demo.example",
            "quinn@demo.example",
            "sasha@demo.example",
            "avery@demo.example");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(20_261_128);
    private final URI address;

    private SignInBench(URI address) {
        this.address = address;
    }

    public static void main(String[] arguments) throws Exception {
        int tries = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        try (var site = new Site(List.of(
                "--gatepost.demo=true",
                "--gatepost.demo.listings=20",
                "--gatepost.demo.candidates=0",
                // The tries come from a thousand networks, which this machine tells as a proxy does.
                "--gatepost.proxies=127.0.0.1"))) {
            site.start();
            new SignInBench(site.address().resolve("/sign-in")).run(tries);
        }
    }

    private void run(int tries) throws IOException, InterruptedException {
        for (int i = 0; i < WARM_UP; i++) {
            nanosOf(i % 2 == 0);
        }
        List<Boolean> order = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            order.add(true);
            order.add(false);
        }
        Collections.shuffle(order, random);
        List<Double> known = new ArrayList<>();
        List<Double> unknown = new ArrayList<>();
        for (boolean isKnown : order) {
            (isKnown ? known : unknown).add(nanosOf(isKnown) / 1e6);
        }
        double[] first = known.stream().mapToDouble(Double::doubleValue).toArray();
        double[] second = unknown.stream().mapToDouble(Double::doubleValue).toArray();
        new Figures("sign-in")
                .with("median of unknown to known (ratio)", Medians.of(second) / Medians.of(first))
                .with("p of no difference (Mann-Whitney)", new MannWhitneyUTest().mannWhitneyUTest(first, second))
                .with("known address, median ms", Medians.of(first))
                .with("unknown address, median ms", Medians.of(second))
                .with("tries of each", tries)
                .tell();
    }

    private long nanosOf(boolean isKnown) throws IOException, InterruptedException {
        String email = isKnown
                ? KNOWN.get(random.nextInt(KNOWN.size()))
                : KNOWN.get(random.nextInt(KNOWN.size())).replace("@", random.nextInt(1000) + "@");
        String form = "email=" + URLEncoder.encode(email, StandardCharsets.UTF_8) + "&passphrase=not+the+one+at+all";
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "X-Forwarded-For",
                        "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        long began = System.nanoTime();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        long took = System.nanoTime() - began;
        if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
            throw new IllegalStateException("answered " + answer.statusCode());
        }
        return took;
    }
}
