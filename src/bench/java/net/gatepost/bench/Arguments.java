package net.gatepost.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a benchmark was told: its name, then {@code --name=value} or {@code --name}. */
final class Arguments {

    private final Map<String, String> given = new HashMap<>();

    Arguments(String[] arguments) {
        Arrays.stream(arguments).filter(each -> each.startsWith("--")).forEach(argument -> {
            String[] halves = argument.substring(2).split("=", 2);
            given.put(halves[0], halves.length == 2 ? halves[1] : "");
        });
    }

    int number(String name, int otherwise) {
        return given.containsKey(name) ? Integer.parseInt(given.get(name)) : otherwise;
    }

    String text(String name, String otherwise) {
        return given.getOrDefault(name, otherwise);
    }

    boolean has(String name) {
        return given.containsKey(name);
    }
}
