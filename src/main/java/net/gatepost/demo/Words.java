package net.gatepost.demo;

import java.util.List;
import java.util.Map;

/** What all descriptions of the demo have in common, from words.yaml. */
record Words(
        Map<String, List<Phrase>> headings,
        Map<String, List<Phrase>> experience,
        Map<String, List<Phrase>> levels,
        List<Phrase> sci,
        List<Phrase> sap,
        Map<String, List<Phrase>> polygraph,
        Map<String, List<Phrase>> clearance,
        List<String> bases,
        List<Phrase> contingent,
        Map<String, List<Phrase>> away,
        List<Phrase> partTime,
        List<Phrase> contract,
        List<Phrase> settings,
        List<Phrase> teams,
        List<Phrase> benefits,
        List<Phrase> closings,
        List<String> firstNames,
        List<String> lastNames) {

    static Words read() {
        var words = ContentFile.yaml("words.yaml").get(0);
        return new Words(
                words.phrasesByName("headings"),
                words.phrasesByName("experience"),
                words.phrasesByName("levels"),
                words.phrases("sci"),
                words.phrases("sap"),
                words.phrasesByName("polygraph"),
                words.phrasesByName("clearance"),
                words.texts("bases"),
                words.phrases("contingent"),
                words.phrasesByName("away"),
                words.phrases("part-time"),
                words.phrases("contract"),
                words.phrases("settings"),
                words.phrases("teams"),
                words.phrases("benefits"),
                words.phrases("closings"),
                words.texts("first-names"),
                words.texts("last-names"));
    }

    /** Somebody who does not exist. */
    String name(Dice dice) {
        return dice.of(firstNames) + " " + dice.of(lastNames);
    }
}
