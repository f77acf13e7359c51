package net.gatepost.site;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import net.gatepost.web.SiteAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Addresses that machines ask for: what to crawl, and where to report a weakness (RFC 9116). */
@Controller
class MachinePages {

    private static final Period SECURITY_CONTACT_GOOD_FOR = Period.ofDays(180);

    private final SiteAddress site;
    private final Clock clock;
    private final String email;

    MachinePages(SiteAddress site, Clock clock, @Value("${gatepost.operator.email}") String email) {
        this.site = site;
        this.clock = clock;
        this.email = email;
    }

    @GetMapping(path = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String robots() {
        return """
                User-agent: *
                Disallow: /me
                Disallow: /hire
                Disallow: /admin
                Disallow: /sign-in
                Disallow: /password
                Disallow: /join/
                Disallow: /mailing-list/
                Allow: /mailing-list/archive
                Allow: /

                Sitemap: %s
                """.formatted(site.link("/sitemap.xml"));
    }

    @GetMapping(path = "/.well-known/security.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String security() {
        var expires = clock.instant()
                .atOffset(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.DAYS)
                .plus(SECURITY_CONTACT_GOOD_FOR);
        return """
                Contact: mailto:%s
                Expires: %s
                Preferred-Languages: en
                Canonical: %s
                Policy: %s
                """.formatted(
                        email,
                        DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(expires),
                        site.link("/.well-known/security.txt"),
                        site.link("/contact"));
    }

    /** Browsers ask for it whatever the page says. */
    @GetMapping("/favicon.ico")
    String icon() {
        return "redirect:/assets/img/mark.svg";
    }
}
