package net.gatepost.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.ClearanceRequirement;

/** What a need that roles.yaml names comes to under the clearances of a place. */
final class Needs {

    private static final List<String> SCHEMES = List.of("us", "doe", "uk", "australia", "nato");

    private final Map<String, ClearanceRequirement> byNeedAndScheme = new HashMap<>();

    Needs() {
        for (var cells : ContentFile.rows("needs.tsv", 1 + SCHEMES.size())) {
            for (int i = 0; i < SCHEMES.size(); i++) {
                byNeedAndScheme.put(cells.get(0) + " " + SCHEMES.get(i), requirement(cells.get(i + 1)));
            }
        }
    }

    ClearanceRequirement of(String need, String scheme) {
        var requirement = byNeedAndScheme.get(need + " " + scheme);
        if (requirement == null) {
            throw new IllegalStateException("needs.tsv has no " + need + " under " + scheme);
        }
        return requirement;
    }

    private static ClearanceRequirement requirement(String cell) {
        if (cell.equals("-")) {
            return ClearanceRequirement.none();
        }
        var parts = List.of(cell.split("\\+"));
        return ClearanceRequirement.of(
                parts.get(0),
                parts.stream()
                        .skip(1)
                        .map(code -> Access.ofCode(code).orElseThrow())
                        .toArray(Access[]::new));
    }
}
