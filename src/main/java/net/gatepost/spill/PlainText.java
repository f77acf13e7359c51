package net.gatepost.spill;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A text as an eye reads it, in capitals of plain Latin: without what does not show, with look-alikes of other scripts
 * as the letters they pass for, entities and inline tags resolved. Each step is one pass over the text.
 */
final class PlainText {

    private static final int ENTITY_LAYERS = 3;
    private static final int LONGEST_ENTITY = 12;
    private static final int LONGEST_TAG = 200;

    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("sol", "/"),
            Map.entry("bsol", "\\"),
            Map.entry("nbsp", " "),
            Map.entry("ensp", " "),
            Map.entry("emsp", " "),
            Map.entry("thinsp", " "),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("lsqb", "["),
            Map.entry("rsqb", "]"),
            Map.entry("colon", ":"),
            Map.entry("comma", ","),
            Map.entry("period", "."),
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("hyphen", "-"),
            Map.entry("dash", "-"),
            Map.entry("ndash", "-"),
            Map.entry("mdash", "-"),
            Map.entry("shy", ""),
            Map.entry("zwj", ""),
            Map.entry("zwnj", ""),
            Map.entry("lowbar", "_"),
            Map.entry("newline", "\n"),
            Map.entry("tab", "\t"),
            Map.entry("frasl", "/"),
            Map.entry("zerowidthspace", ""));

    private static final Set<String> INLINE_TAGS = Set.of(
            "A", "B", "I", "U", "S", "EM", "STRONG", "SPAN", "FONT", "MARK", "CODE", "SUB", "SUP", "DEL", "INS",
            "SMALL", "BIG", "TT", "WBR", "O:P");
    private static final Set<String> BLOCK_TAGS = Set.of(
            "BR",
            "P",
            "DIV",
            "LI",
            "UL",
            "OL",
            "TD",
            "TR",
            "TH",
            "TABLE",
            "TBODY",
            "THEAD",
            "H1",
            "H2",
            "H3",
            "H4",
            "H5",
            "H6",
            "PRE",
            "CENTER",
            "HR",
            "BODY",
            "HTML",
            "HEAD",
            "HEADER",
            "FOOTER",
            "SECTION",
            "ARTICLE",
            "BLOCKQUOTE");

    private static final Map<Integer, String> LOOK_ALIKES = lookAlikes();

    private PlainText() {}

    static String of(CharSequence text) {
        String plain = text.toString();
        for (int layer = 0; layer < ENTITY_LAYERS && plain.indexOf('&') >= 0; layer++) {
            plain = withoutEntities(plain);
        }
        if (!isAscii(plain)) {
            // Marks go first: a long run of them would make the normalizer sort for ever.
            plain = Normalizer.normalize(folded(plain), Normalizer.Form.NFKD);
        }
        plain = folded(plain);
        return plain.indexOf('<') < 0 ? plain : withoutTags(plain);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    private static String withoutEntities(String text) {
        StringBuilder out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            int end = c == '&' ? entityEnd(text, i + 1) : -1;
            String meaning = end < 0 ? null : meaning(text.substring(i + 1, end));
            if (meaning == null) {
                out.append(c);
                i++;
            } else {
                out.append(meaning);
                i = end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
            }
        }
        return out.toString();
    }

    /** Where the entity's name ends; browsers take a number without its semicolon too. */
    private static int entityEnd(String text, int start) {
        int end = start;
        int limit = Math.min(text.length(), start + LONGEST_ENTITY + 3);
        boolean number = end < limit && text.charAt(end) == '#';
        if (number) {
            end++;
            if (end < limit && (text.charAt(end) | 0x20) == 'x') {
                end++;
                while (end < limit && Character.digit(text.charAt(end), 16) >= 0) {
                    end++;
                }
                return end;
            }
        }
        while (end < limit
                && (number ? Character.digit(text.charAt(end), 10) >= 0 : Character.isLetter(text.charAt(end)))) {
            end++;
        }
        return number || end < text.length() && text.charAt(end) == ';' ? end : -1;
    }

    private static @Nullable String meaning(String entity) {
        if (!entity.startsWith("#")) {
            return ENTITIES.get(entity.toLowerCase(Locale.ROOT));
        }
        boolean hex = entity.length() > 1 && (entity.charAt(1) | 0x20) == 'x';
        long code = 0;
        int digits = 0;
        for (int i = hex ? 2 : 1; i < entity.length(); i++, digits++) {
            code = code * (hex ? 16 : 10) + Character.digit(entity.charAt(i), hex ? 16 : 10);
        }
        return digits == 0 || code > Character.MAX_CODE_POINT ? null : Character.toString((int) code);
    }

    private static String folded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c < 0x80) {
                foldAscii(out, (char) c);
            } else {
                fold(out, c);
            }
        }
        return out.toString();
    }

    private static void foldAscii(StringBuilder out, char c) {
        if (c >= 'a' && c <= 'z') {
            out.append((char) (c - 32));
        } else if (c == '\r' || c == 0x0B) {
            out.append('\n');
        } else if (c == '\t' || c == '_') {
            out.append(' ');
        } else if (c == '\n' || c == '\f' || c >= ' ' && c != 0x7F && c != '*' && c != '`' && c != '~' && c != '\\') {
            // What is left out here are the strokes of Markdown, which a page does not show.
            out.append(c);
        }
    }

    private static void fold(StringBuilder out, int c) {
        String alike = LOOK_ALIKES.get(c);
        if (alike != null) {
            out.append(alike);
            return;
        }
        if (c >= 0xFB50 && c <= 0xFDFF) {
            // Arabic ligatures spell no level, and one of them would become eighteen letters.
            out.append('\u25A1');
            return;
        }
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            out.append((char) ('0' + digit));
            return;
        }
        switch (Character.getType(c)) {
            case Character.FORMAT,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.CONTROL,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> {
                if (c == 0x85) {
                    out.append('\n');
                }
            }
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> out.append('\n');
            case Character.SPACE_SEPARATOR -> out.append(' ');
            case Character.DASH_PUNCTUATION -> out.append('-');
            default -> out.appendCodePoint(Character.toUpperCase(c));
        }
    }

    private static String withoutTags(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int end = c == '<' ? tagEnd(text, i) : -1;
            if (end < 0) {
                out.append(c);
            } else {
                if (!isInline(text, i, end)) {
                    out.append('\n');
                }
                i = end;
            }
        }
        return out.toString();
    }

    /** Where a tag that we know ends, or -1. One that holds two strokes is left in: it may hold a marking. */
    private static int tagEnd(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_TAG);
        int end = start + 1;
        while (end < limit && text.charAt(end) != '>' && text.charAt(end) != '<') {
            if (text.startsWith("//", end)) {
                return -1;
            }
            end++;
        }
        if (end >= limit || text.charAt(end) != '>') {
            return -1;
        }
        String name = tagName(text, start, end);
        return name.equals("!--") || INLINE_TAGS.contains(name) || BLOCK_TAGS.contains(name) ? end : -1;
    }

    private static boolean isInline(String text, int start, int end) {
        return !BLOCK_TAGS.contains(tagName(text, start, end));
    }

    private static String tagName(String text, int start, int end) {
        int from = text.charAt(start + 1) == '/' ? start + 2 : start + 1;
        if (text.startsWith("!--", from)) {
            return "!--";
        }
        int to = from;
        while (to < end && text.charAt(to) != ' ' && text.charAt(to) != '/' && text.charAt(to) != '\n') {
            to++;
        }
        return text.substring(from, to);
    }

    private static Map<Integer, String> lookAlikes() {
        Map<Integer, String> map = new HashMap<>();
        // Cyrillic, Greek, Armenian, small capitals and others, Cherokee, Lisu.
        pairs(map, "АВЕКМНОРСТХУЅІЈԚԜԌҮҺӀѴ", "ABEKMHOPCTXYSIJQWGYHIV");
        pairs(map, "авекмнорстхуѕіјԁԛԝһӏгпү", "ABEKMHOPCTXYSIJDQWHIRNY");
        pairs(map, "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹΣ", "ABEZHIKMNOPTYXCE");
        pairs(map, "αβεικνορτυχηωγςϲσ", "ABEIKVOPTUXNWYCCO");
        pairs(map, "ՕօՏսՍհցԼյոՈ", "OOSUUHGLJNN");
        pairs(map, "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɡıɑƒøØłŁđĐðÐ", "ABCDEFGHIJKLMNOPRSTUVWYZGIAFOOLLDDDD");
        pairs(map, "ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᏃ", "ABCDEGHJKLMPRSTVWZ");
        pairs(map, "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑꓣꓢꓔꓴꓦꓪꓫꓬꓜ", "ABCDEFGHIJKLMNOPRSTUVWXYZ");
        for (int letter = 0; letter < 26; letter++) {
            String latin = String.valueOf((char) ('A' + letter));
            map.put(0x1F150 + letter, latin);
            map.put(0x1F170 + letter, latin);
            map.put(0x1F1E6 + letter, latin);
        }
        for (int stroke : new int[] {0x2044, 0x2215, 0x29F8, 0x2571, 0x27CB, 0x3033, 0x30CE, 0x4E3F, 0x31D3, 0x1735}) {
            map.put(stroke, "/");
        }
        map.put(0x2AFD, "//");
        map.put(0x2AFB, "///");
        for (int colon : new int[] {0x2236, 0xA789, 0x02D0, 0x05C3}) {
            map.put(colon, ":");
        }
        map.put(0x2212, "-");
        map.put(0x2043, "-");
        for (int blank : new int[] {0x2800, 0x3164, 0x115F, 0x1160, 0xFFA0}) {
            map.put(blank, " ");
        }
        return Map.copyOf(map);
    }

    private static void pairs(Map<Integer, String> map, String alike, String latin) {
        int[] from = alike.codePoints().toArray();
        if (from.length != latin.length()) {
            throw new IllegalStateException("Look-alikes and letters differ in number: " + latin);
        }
        for (int i = 0; i < from.length; i++) {
            map.put(from[i], String.valueOf(latin.charAt(i)));
        }
    }
}
