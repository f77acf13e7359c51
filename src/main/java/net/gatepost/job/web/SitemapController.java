package net.gatepost.job.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.Listings;
import net.gatepost.job.LiveListing;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.SitePages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.filter.ShallowEtagHeaderFilter;

/**
 * What there is to crawl (sitemaps.org): an index, the pages of the site with its employers and whatever other modules add, and the live listings, at most
 * {@link #MOST_ENTRIES} a file. Written as it is read, so that a million listings never stand in memory.
 */
@Controller
class SitemapController {

    /** The protocol's limit. */
    static final int MOST_ENTRIES = 50_000;

    private static final int AT_ONCE = 5_000;
    private static final int EMPLOYERS_AT_ONCE = 500;
    private static final int MOST_OF_OTHERS = 5_000;
    private static final List<String> PAGES = List.of("/", "/jobs", "/employers", "/mailing-list", "/help");

    private final Listings listings;
    private final Employers employers;
    private final List<SitePages> others;
    private final SiteAddress site;

    SitemapController(Listings listings, Employers employers, List<SitePages> others, SiteAddress site) {
        this.others = others;
        this.listings = listings;
        this.employers = employers;
        this.site = site;
    }

    @GetMapping("/sitemap.xml")
    void index(HttpServletResponse response) throws IOException {
        var out = begin(response, "sitemapindex");
        out.printf("<sitemap><loc>%s</loc></sitemap>%n", site.link("/sitemap/pages.xml"));
        // One listing that ends moves all that stand behind it: each file is as young as the last change.
        var changed = listings.liveChangedAt().orElse(null);
        long files = (listings.countLive() + MOST_ENTRIES - 1) / MOST_ENTRIES;
        for (long file = 1; file <= files; file++) {
            out.printf(
                    "<sitemap><loc>%s</loc>%s</sitemap>%n", site.link("/sitemap/" + file + ".xml"), lastmod(changed));
        }
        end(out, "sitemapindex");
    }

    @GetMapping("/sitemap/pages.xml")
    void pages(HttpServletResponse response) throws IOException {
        var out = begin(response, "urlset");
        PAGES.forEach(page -> write(out, page, null));
        int written = PAGES.size();
        for (SitePages other : others) {
            var theirs = other.pages(MOST_OF_OTHERS);
            theirs.forEach(page -> write(out, page.path(), page.changed()));
            written += theirs.size();
        }
        int page = 1;
        var some = employers.verified("", page, EMPLOYERS_AT_ONCE);
        while (some.hasContent() && written + EMPLOYERS_AT_ONCE <= MOST_ENTRIES) {
            for (EmployerView employer : some) {
                write(out, "/employers/" + employer.slug(), null);
            }
            written += some.getNumberOfElements();
            some = employers.verified("", ++page, EMPLOYERS_AT_ONCE);
        }
        end(out, "urlset");
    }

    @GetMapping("/sitemap/{number}.xml")
    void listings(@PathVariable String number, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int parts = MOST_ENTRIES / AT_ONCE;
        if (!number.matches("[1-9][0-9]{0,3}")) {
            throw new NotFound();
        }
        int part = (Integer.parseInt(number) - 1) * parts;
        var some = listings.live(part, AT_ONCE);
        if (some.isEmpty()) {
            throw new NotFound();
        }
        // An ETag would take the whole of it into memory.
        ShallowEtagHeaderFilter.disableContentCaching(request);
        var out = begin(response, "urlset");
        for (int done = 1; !some.isEmpty(); done++) {
            for (LiveListing listing : some) {
                write(out, listing.path(), listing.changedAt());
            }
            some = done < parts ? listings.live(part + done, AT_ONCE) : List.of();
        }
        end(out, "urlset");
    }

    private static PrintWriter begin(HttpServletResponse response, String root) throws IOException {
        response.setContentType("application/xml;charset=UTF-8");
        var out = response.getWriter();
        out.printf(
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>%n<%s xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">%n",
                root);
        return out;
    }

    /** Paths hold ids and slugs alone: nothing that XML would mistake. */
    private void write(PrintWriter out, String path, @Nullable Instant changed) {
        out.printf("<url><loc>%s</loc>%s</url>%n", site.link(path), lastmod(changed));
    }

    private static String lastmod(@Nullable Instant changed) {
        return changed == null ? "" : "<lastmod>" + changed.truncatedTo(ChronoUnit.SECONDS) + "</lastmod>";
    }

    private static void end(PrintWriter out, String root) {
        out.printf("</%s>%n", root);
        out.flush();
    }
}
