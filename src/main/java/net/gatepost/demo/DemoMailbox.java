package net.gatepost.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.gatepost.mail.MailFolder;
import net.gatepost.web.NotFound;
import net.gatepost.web.SiteAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the mails that were written to the data folder, so that a newcomer can follow their links. */
@Controller
@OnlyInDemo
class DemoMailbox {

    private static final int PAGE_SIZE = 25;
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z-]{1,100}\\.eml");

    private final MailFolder folder;
    private final SiteAddress site;

    DemoMailbox(MailFolder folder, SiteAddress site) {
        this.folder = folder;
        this.site = site;
    }

    /** A mail as the list shows it. */
    record Row(String name, String to, String subject, String sent) {}

    /** A line of a mail's text; {@code href} where it is a link to this site. */
    record Line(String text, @Nullable String href) {}

    @GetMapping("/demo/mailbox")
    String list(@RequestParam(defaultValue = "1") String page, Model model) throws IOException, MessagingException {
        var names = newestFirst();
        int pages = Math.max(1, (names.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int number = page.matches("[1-9]\\d{0,5}") ? Math.min(Integer.parseInt(page), pages) : 1;
        List<Row> rows = new ArrayList<>();
        for (String name : names.stream()
                .skip((long) (number - 1) * PAGE_SIZE)
                .limit(PAGE_SIZE)
                .toList()) {
            var mail = read(name);
            rows.add(new Row(name, mail.getHeader("To", ", "), mail.getSubject(), mail.getHeader("Date", "")));
        }
        model.addAttribute("mails", rows);
        model.addAttribute("page", number);
        model.addAttribute("pages", pages);
        return "demo/mailbox";
    }

    @GetMapping("/demo/mailbox/{name}")
    String one(@PathVariable String name, Model model) throws IOException, MessagingException {
        var mail = read(name);
        model.addAttribute(
                "mail", new Row(name, mail.getHeader("To", ", "), mail.getSubject(), mail.getHeader("Date", "")));
        model.addAttribute(
                "lines", part(mail, "text/plain").lines().map(this::line).toList());
        return "demo/mail";
    }

    /** The HTML part alone, shut off from everything but its own styles. */
    @GetMapping("/demo/mailbox/{name}/html")
    ResponseEntity<String> html(@PathVariable String name) throws IOException, MessagingException {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_HTML, java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-top-navigation-by-user-activation")
                .body(part(read(name), "text/html"));
    }

    private Line line(String text) {
        String trimmed = text.strip();
        boolean ours = trimmed.startsWith(site + "/") && !trimmed.contains(" ");
        return new Line(text, ours ? trimmed.substring(site.toString().length()) : null);
    }

    private List<String> newestFirst() throws IOException {
        if (!Files.isDirectory(folder.path())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.reverseOrder())
                    .toList();
        }
    }

    private MimeMessage read(String name) throws IOException, MessagingException {
        Path file = folder.path().resolve(name);
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            throw new NotFound();
        }
        try (var in = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), in);
        }
    }

    /** The first part of this type, however deep; empty if there is none. */
    private static String part(Part part, String type) throws IOException, MessagingException {
        if (part.isMimeType(type)) {
            return (String) part.getContent();
        }
        if (part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = part(parts.getBodyPart(i), type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }
}
