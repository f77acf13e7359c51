package net.gatepost.job.importing;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The words of a description that is HTML, as the Markdown that listings are kept in: paragraphs, lists and headings. Whatever
 * else it holds (scripts, styles, links, pictures) is left out.
 */
final class HtmlText {

    private static final Set<String> LEFT_OUT = Set.of("script", "style", "iframe", "object", "template", "noscript");
    private static final Set<String> BLOCKS =
            Set.of("p", "div", "ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "section", "blockquote");

    /** Never over another "&lt;": a text of many that are left open takes no longer than any other. */
    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/][^<>]*>");

    private HtmlText() {}

    /** Text that is no HTML stays as it is. */
    static String toMarkdown(String description) {
        if (!TAG.matcher(description).find()) {
            return description.replace("\r\n", "\n").strip();
        }
        var body = Jsoup.parse(description).body();
        body.select(String.join(",", LEFT_OUT)).remove();
        var text = new StringBuilder();
        body.traverse(new NodeVisitor() {
            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    text.append(escaped(words.text()));
                } else if (node instanceof Element element) {
                    text.append(before(element.normalName()));
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (node instanceof Element element && BLOCKS.contains(element.normalName())) {
                    text.append("\n\n");
                }
            }
        });
        return text.toString()
                .replaceAll("[ \\t\\x0B\\f\\u00A0]+", " ")
                .replaceAll(" ?\\n ?", "\n")
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static String before(String element) {
        return switch (element) {
            case "br" -> "\n";
            case "li" -> "\n- ";
            case "h1", "h2", "h3", "h4", "h5", "h6" -> "\n\n### ";
            default -> BLOCKS.contains(element) ? "\n\n" : "";
        };
    }

    /** What Markdown would read as something else. */
    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_\\[\\]#<>])", "\\\\$1");
    }
}
