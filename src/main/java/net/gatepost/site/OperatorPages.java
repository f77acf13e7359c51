package net.gatepost.site;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import net.gatepost.web.Markdown;
import net.gatepost.web.Terms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * What the operator promises, and how to reach them. The texts are Markdown; a file of the same name under
 * {@code <gatepost.data>/pages} takes the place of ours, read when the site starts.
 */
@Controller
class OperatorPages {

    private final Terms terms;
    private final String privacy;
    private final String termsText;
    private final String help;
    private final String contact;

    OperatorPages(
            Terms terms,
            @Value("${gatepost.data}") Path data,
            @Value("${gatepost.operator.name}") String name,
            @Value("${gatepost.operator.email}") String email,
            @Value("${gatepost.operator.address}") String address)
            throws IOException {
        this.terms = terms;
        var operator = Map.of("{operator}", name, "{email}", email, "{address}", address);
        this.privacy = read("privacy", data, operator);
        this.termsText = read("terms", data, operator);
        this.help = read("help", data, operator);
        this.contact = read("contact", data, operator);
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        model.addAttribute("version", terms.version());
        return page("privacy", privacy, model);
    }

    @GetMapping("/terms")
    String terms(Model model) {
        model.addAttribute("version", terms.version());
        return page("terms", termsText, model);
    }

    @GetMapping("/help")
    String help(Model model) {
        return page("help", help, model);
    }

    @GetMapping("/contact")
    String contact(Model model) {
        return page("contact", contact, model);
    }

    private static String page(String name, String html, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("html", html);
        return "site/operator";
    }

    private static String read(String name, Path data, Map<String, String> operator) throws IOException {
        Path own = data.resolve("pages").resolve(name + ".md");
        String markdown = Files.isRegularFile(own)
                ? Files.readString(own)
                : new ClassPathResource("net/gatepost/site/pages/" + name + ".md")
                        .getContentAsString(StandardCharsets.UTF_8);
        for (var entry : operator.entrySet()) {
            markdown = markdown.replace(entry.getKey(), entry.getValue());
        }
        return Markdown.toHtml(markdown);
    }
}
