package net.gatepost.process;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser: reads pages, sends their forms, keeps cookies. Each request comes from a network of its own. */
public final class Visitor {

    private final HttpClient client;
    private final URI site;

    public Visitor(URI site) {
        this(HttpClient.newBuilder().cookieHandler(new CookieManager()).build(), site);
    }

    private Visitor(HttpClient client, URI site) {
        this.client = client;
        this.site = site;
    }

    /** The same person, with the same cookies, at another address of the site. */
    public Visitor at(URI other) {
        return new Visitor(client, other);
    }

    /** @throws IllegalStateException for an answer that is no page */
    public Document page(String path) throws IOException, InterruptedException {
        var answer = client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return Jsoup.parse(answer.body(), site.toString());
    }

    /** What a browser would send of a page's form that nobody has touched; can be added to. */
    public static Map<String, String> form(Document page, String action) {
        Element form = page.select("form[method=post]").stream()
                .filter(each -> each.attr("action").matches(action))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no form " + action + " on " + page.title()));
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], select[name], textarea[name]")) {
            if (!field.attr("type").matches("radio|checkbox") || field.hasAttr("checked")) {
                fields.put(field.attr("name"), field.val());
            }
        }
        return fields;
    }

    /**
     * Where the answer leads, without the query.
     *
     * @throws IllegalStateException for an answer that leads nowhere: the form was refused
     */
    public String send(String path, Map<String, String> form) throws IOException, InterruptedException {
        return post(path, "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(encoded(form)));
    }

    /**
     * Sends a form with a file in its field {@code file}.
     *
     * @throws IllegalStateException as {@link #send(String, Map)} does
     */
    public String send(String path, Map<String, String> form, String name, byte[] file)
            throws IOException, InterruptedException {
        String boundary = "--" + UUID.randomUUID();
        var head = new StringBuilder();
        form.forEach((field, value) -> head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + field + "\"\r\n\r\n" + value + "\r\n"));
        head.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        return post(
                path,
                "multipart/form-data; boundary=" + boundary,
                HttpRequest.BodyPublishers.concat(
                        HttpRequest.BodyPublishers.ofString(head.toString()),
                        HttpRequest.BodyPublishers.ofByteArray(file),
                        HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    }

    private String post(String path, String type, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        var answer = client.send(
                request(path).header("Content-Type", type).POST(body).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 302 && answer.statusCode() != 303) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": "
                    + Jsoup.parse(answer.body()).select("main").text());
        }
        return URI.create(answer.headers().firstValue("Location").orElseThrow()).getPath();
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The form of a new listing, filled in so that it can be published; for a recruiter who is signed in. */
    public Map<String, String> listing(String title, String description) throws IOException, InterruptedException {
        var filled = form(page("/hire/listings/new"), "/hire/listings");
        filled.put("title", title);
        filled.put("description", description);
        filled.put("place", "Huntsville, AL");
        filled.put("employmentType", "FULL_TIME");
        filled.put("level", "us.secret");
        filled.put("importance", "REQUIRED");
        filled.put("payMin", "118000");
        filled.put("payMax", "150000");
        return filled;
    }

    /**
     * Publishes a listing that is written, for a recruiter who is signed in.
     *
     * @param desk where {@link #send} of its form has led
     */
    public void publish(String desk) throws IOException, InterruptedException {
        send(desk + "/publication", form(page(desk + "/preview"), ".*/publication"));
    }

    public void signIn(String email) throws IOException, InterruptedException {
        send("/sign-in", Map.of("email", email, "passphrase", "cleared for demo only"));
    }

    private HttpRequest.Builder request(String path) {
        var random = ThreadLocalRandom.current();
        return HttpRequest.newBuilder(site.resolve(path))
                .timeout(Duration.ofMinutes(10))
                .header(
                        "X-Forwarded-For",
                        "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(1, 255));
    }
}
