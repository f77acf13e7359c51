package net.gatepost.demo;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What people of one field say of themselves, from candidates.yaml.
 *
 * @param certifications codes that they may hold; empty where none is usual
 */
record Trade(List<String> skills, List<String> certifications, List<Phrase> summaries) {

    /** By the fields of roles.yaml. */
    static Map<String, Trade> byField(ContentFile.Fields file) {
        var fields = file.fields("fields");
        return fields.values().keySet().stream()
                .map(Object::toString)
                .collect(Collectors.toMap(Function.identity(), name -> of(fields.fields(name))));
    }

    private static Trade of(ContentFile.Fields fields) {
        return new Trade(fields.texts("skills"), fields.texts("certifications"), fields.phrases("summaries"));
    }
}
