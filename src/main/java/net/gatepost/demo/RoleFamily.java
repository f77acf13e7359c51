package net.gatepost.demo;

import java.util.List;
import java.util.Map;

/**
 * A kind of work that the demo has listings about.
 *
 * @param where kinds of places where it is done
 * @param thousands of dollars a year, in the middle of a career and of the country
 * @param hourly whether its pay is stated by the hour
 * @param awayPercent how often some of it is done from home
 * @param ranks how a title reads at each {@link Rank}
 * @param needs the rows of needs.tsv that it may ask for, with their weights
 */
record RoleFamily(
        String field,
        List<String> titles,
        List<String> where,
        int thousands,
        boolean hourly,
        int awayPercent,
        List<String> ranks,
        Map<String, Integer> needs,
        List<String> focus,
        List<Phrase> openings,
        List<Phrase> duties,
        List<Phrase> requirements,
        List<Phrase> nice) {

    private static final List<String> USUAL_RANKS = List.of("Junior {}", "{}", "Senior {}", "Principal {}");

    static List<RoleFamily> all() {
        return ContentFile.yaml("roles.yaml").stream().map(RoleFamily::of).toList();
    }

    private static RoleFamily of(ContentFile.Fields fields) {
        return new RoleFamily(
                fields.text("field"),
                fields.texts("titles"),
                fields.texts("where"),
                fields.number("pay"),
                fields.flag("hourly"),
                fields.number("away"),
                fields.textsOr("ranks", USUAL_RANKS),
                fields.numbers("needs"),
                fields.texts("focus"),
                fields.phrases("openings"),
                fields.phrases("duties"),
                fields.phrases("requirements"),
                fields.phrases("nice"));
    }

    String title(String plain, Rank rank) {
        return ranks.get(rank.ordinal()).replace("{}", plain);
    }

    /** How far somebody has come in their trade, and what that does to pay. */
    enum Rank {
        JUNIOR(20, 0.72, 0.82),
        MID(40, 1.0, 1.0),
        SENIOR(28, 1.24, 1.18),
        LEAD(12, 1.46, 1.34);

        private final int weight;
        private final double salary;
        private final double wage;

        Rank(int weight, double salary, double wage) {
            this.weight = weight;
            this.salary = salary;
            this.wage = wage;
        }

        int weight() {
            return weight;
        }

        double pay(boolean hourly) {
            return hourly ? wage : salary;
        }
    }
}
