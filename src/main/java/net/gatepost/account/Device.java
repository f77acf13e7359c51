package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody signs in with, in words that its owner knows it by: the browser's family and the system. A browser says of
 * itself what it likes, so this only helps an owner to tell their sessions apart; nothing is decided by it.
 */
record Device(String label) {

    private static final String UNKNOWN = "An unknown device";

    /** In this order: each names those after it as well. */
    private static final Map<String, String> BROWSERS = ordered(
            "Edg",
            "Edge",
            "OPR/",
            "Opera",
            "SamsungBrowser",
            "Samsung Internet",
            "Firefox",
            "Firefox",
            "FxiOS",
            "Firefox",
            "Chrome",
            "Chrome",
            "CriOS",
            "Chrome",
            "Safari",
            "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "CrOS",
            "ChromeOS",
            "Windows",
            "Windows",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    static Device of(HttpServletRequest request) {
        String agent = request.getHeader("User-Agent");
        String browser = agent == null ? null : first(BROWSERS, agent);
        String system = agent == null ? null : first(SYSTEMS, agent);
        if (browser == null || system == null) {
            return new Device(browser == null ? system == null ? UNKNOWN : system : browser);
        }
        return new Device(browser + " on " + system);
    }

    private static @Nullable String first(Map<String, String> names, String agent) {
        return names.entrySet().stream()
                .filter(name -> agent.contains(name.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            ordered.put(pairs[at], pairs[at + 1]);
        }
        return ordered;
    }
}
