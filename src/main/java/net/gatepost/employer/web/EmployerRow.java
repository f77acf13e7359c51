package net.gatepost.employer.web;

import net.gatepost.employer.EmployerView;
import net.gatepost.web.Markdown;

/** One employer in the public list. */
record EmployerRow(String name, String href, String domain, String about) {

    private static final int SHOWN = 240;

    static EmployerRow of(EmployerView employer) {
        return new EmployerRow(
                employer.name(),
                "/employers/" + employer.slug(),
                employer.domain(),
                shortened(Markdown.toText(employer.description()).strip().replaceAll("\\s+", " ")));
    }

    /** Cut between two words where there are any. */
    private static String shortened(String text) {
        if (text.length() <= SHOWN) {
            return text;
        }
        int space = text.lastIndexOf(' ', SHOWN);
        int end = space > 0 ? space : text.offsetByCodePoints(0, text.codePointCount(0, SHOWN));
        return text.substring(0, end) + "…";
    }
}
