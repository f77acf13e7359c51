package net.gatepost.web;

import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Where the world finds this site ({@code gatepost.base-url}): for links in mails, feeds and structured data. */
@Component("site")
public class SiteAddress {

    private final String base;

    SiteAddress(@Value("${gatepost.base-url}") URI baseUrl) {
        if (baseUrl.getHost() == null || !baseUrl.getScheme().matches("https?")) {
            throw new IllegalArgumentException(
                    "gatepost.base-url must be an http or https address such as https://jobs.example.org, not "
                            + baseUrl);
        }
        this.base = baseUrl.toString().replaceAll("/+$", "");
    }

    /** The absolute address of a path that begins with a slash. */
    public String link(String path) {
        return base + path;
    }

    public String host() {
        return URI.create(base).getHost();
    }

    /** Scheme, host and port, as browsers name where a page comes from. */
    public String origin() {
        var address = URI.create(base);
        boolean usual = address.getPort() == (secure() ? 443 : 80) || address.getPort() == -1;
        return address.getScheme() + "://" + address.getHost().toLowerCase(Locale.ROOT)
                + (usual ? "" : ":" + address.getPort());
    }

    public boolean secure() {
        return base.startsWith("https:");
    }

    @Override
    public String toString() {
        return base;
    }
}
