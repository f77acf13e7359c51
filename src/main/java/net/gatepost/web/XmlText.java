package net.gatepost.web;

import java.util.regex.Pattern;

/** Text that goes into XML 1.0. */
public final class XmlText {

    private static final Pattern NOT_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    /** Leaves out what XML can't hold, not even escaped. */
    public static String legal(String text) {
        return NOT_XML.matcher(text).replaceAll("");
    }
}
