package net.gatepost.clearance;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.gatepost.clearance.CatalogueNode.Fields;
import net.gatepost.clearance.CatalogueNode.Text;
import net.gatepost.clearance.ClearanceLevel.Kind;

/**
 * Reads a catalogue's file and refuses one that contradicts itself. Each complaint names the line, so that an operator
 * who edits the file finds the place.
 */
final class CatalogueReader {

    private final Map<LevelCode, ClearanceLevel> levels = new LinkedHashMap<>();
    private final Map<LevelCode, List<Text>> equivalents = new HashMap<>();

    ClearanceCatalogue read(InputStream file) {
        Fields top = CatalogueNode.compose(file).fields("labels", "schemes", "tiers");
        Fields labels = top.required("labels").fields("none", "unknown");
        List<Scheme> schemes = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (CatalogueNode node : top.required("schemes").list()) {
            schemes.add(scheme(node, codes));
        }
        if (schemes.isEmpty()) {
            throw top.required("schemes").refusal("must hold at least one scheme");
        }
        checkEquivalents();
        List<InvestigationTier> tiers = new ArrayList<>();
        Set<String> tierCodes = new HashSet<>();
        for (CatalogueNode node : top.listOrEmpty("tiers")) {
            tiers.add(tier(node, tierCodes));
        }
        return new ClearanceCatalogue(
                schemes,
                tiers,
                new ClearanceCatalogue.Labels(
                        labels.text("none").value(), labels.text("unknown").value()));
    }

    private Scheme scheme(CatalogueNode node, Set<String> codes) {
        Fields fields = node.fields("code", "name", "ladder", "reinstatement", "reciprocity", "levels");
        Text code = fields.text("code");
        if (!LevelCode.isScheme(code.value())) {
            throw code.refusal("a scheme's code is small letters, digits and hyphens, not '" + code.value() + "'");
        }
        if (!codes.add(code.value())) {
            throw code.refusal("the scheme '" + code.value() + "' stands twice");
        }
        int ladder = fields.text("ladder").number(1, 12);
        List<ClearanceLevel> own = new ArrayList<>();
        for (CatalogueNode level : fields.required("levels").list()) {
            own.add(level(level, code.value(), ladder, own));
        }
        if (own.isEmpty()) {
            throw fields.required("levels").refusal("must hold at least one level");
        }
        checkThatNoCheckOutranksAClearance(fields.required("levels"), own);
        return new Scheme(
                code.value(),
                fields.text("name").value(),
                ladder,
                own,
                reinstatement(fields.listOrEmpty("reinstatement")),
                fields.has("reciprocity") ? reciprocity(fields.required("reciprocity")) : null);
    }

    private ClearanceLevel level(CatalogueNode node, String scheme, int ladder, List<ClearanceLevel> siblings) {
        Fields fields = node.fields("code", "name", "short-name", "meaning", "rank", "kind", "accesses", "likely");
        Text text = fields.text("code");
        LevelCode code = new LevelCode(text.value());
        if (!code.isWellFormed() || !code.belongsTo(scheme)) {
            throw text.refusal("a level of the scheme '" + scheme + "' has a code like '" + scheme
                    + ".name', of at most " + LevelCode.MAX_LENGTH + " characters, not '" + code + "'");
        }
        if (levels.containsKey(code)) {
            throw text.refusal("the level '" + code + "' stands twice");
        }
        int rank = fields.text("rank").number(1, ladder);
        if (siblings.stream().anyMatch(sibling -> sibling.rank() == rank)) {
            throw fields.text("rank").refusal("the rank " + rank + " is taken by another level of '" + scheme + "'");
        }
        Kind kind = fields.text("kind").oneOf(Kind.class);
        Set<Access> accesses = new HashSet<>();
        for (CatalogueNode access : fields.listOrEmpty("accesses")) {
            accesses.add(access.text().oneOf(Access.class));
        }
        if (kind != Kind.CLEARANCE && !accesses.isEmpty()) {
            throw fields.required("accesses").refusal("only a clearance carries accesses, and '" + code + "' is none");
        }
        ClearanceLevel level = new ClearanceLevel(
                code,
                scheme,
                fields.text("name").value(),
                fields.text("short-name").value(),
                fields.has("meaning") ? fields.text("meaning").value() : null,
                rank,
                ladder,
                kind,
                accesses,
                likely(fields.listOrEmpty("likely"), code));
        levels.put(code, level);
        return level;
    }

    private List<LikelyEquivalent> likely(List<CatalogueNode> nodes, LevelCode from) {
        List<LikelyEquivalent> likely = new ArrayList<>();
        for (CatalogueNode node : nodes) {
            Fields fields = node.fields("level", "reason");
            Text level = fields.text("level");
            equivalents.computeIfAbsent(from, code -> new ArrayList<>()).add(level);
            likely.add(new LikelyEquivalent(
                    new LevelCode(level.value()), fields.text("reason").value()));
        }
        return likely;
    }

    private static List<ReinstatementRule> reinstatement(List<CatalogueNode> nodes) {
        List<ReinstatementRule> rules = new ArrayList<>();
        for (CatalogueNode node : nodes) {
            Fields fields = node.fields("name", "months", "valid-from", "source", "note");
            LocalDate validFrom = fields.text("valid-from").date();
            if (rules.stream().anyMatch(rule -> rule.validFrom().equals(validFrom))) {
                throw fields.text("valid-from").refusal("two rules of one scheme are valid from " + validFrom);
            }
            rules.add(new ReinstatementRule(
                    fields.text("name").value(),
                    fields.text("months").number(1, 600),
                    validFrom,
                    fields.text("source").value(),
                    fields.has("note") ? fields.text("note").value() : null));
        }
        return rules;
    }

    private static ReciprocityRule reciprocity(CatalogueNode node) {
        Fields fields = node.fields("name", "investigation-years", "source");
        return new ReciprocityRule(
                fields.text("name").value(),
                fields.text("investigation-years").number(1, 50),
                fields.text("source").value());
    }

    private InvestigationTier tier(CatalogueNode node, Set<String> codes) {
        Fields fields = node.fields("code", "name", "formerly", "levels");
        Text code = fields.text("code");
        if (!codes.add(code.value())) {
            throw code.refusal("the tier '" + code.value() + "' stands twice");
        }
        List<LevelCode> of = new ArrayList<>();
        for (CatalogueNode level : fields.required("levels").list()) {
            of.add(known(level.text()).code());
        }
        return new InvestigationTier(
                code.value(),
                fields.text("name").value(),
                fields.has("formerly") ? fields.text("formerly").value() : null,
                of);
    }

    /** A rank means "includes what is below", which a check can't do to a clearance. */
    private static void checkThatNoCheckOutranksAClearance(CatalogueNode node, List<ClearanceLevel> levels) {
        for (ClearanceLevel check : levels) {
            for (ClearanceLevel clearance : levels) {
                if (!check.isClearance() && clearance.isClearance() && check.rank() > clearance.rank()) {
                    throw node.refusal(
                            "'" + check.code() + "' is no clearance and can't rank above '" + clearance.code() + "'");
                }
            }
        }
    }

    private void checkEquivalents() {
        equivalents.forEach((from, others) -> {
            ClearanceLevel level = known(from);
            Set<LevelCode> seen = new HashSet<>();
            for (Text text : others) {
                ClearanceLevel other = known(text);
                if (other.scheme().equals(level.scheme())) {
                    throw text.refusal("'" + other.code() + "' is of the same scheme as '" + from
                            + "': within a scheme the rank decides");
                }
                if (other.isClearance() && !level.isClearance()) {
                    throw text.refusal(
                            "'" + from + "' is no clearance and can't stand for one ('" + other.code() + "')");
                }
                if (!seen.add(other.code())) {
                    throw text.refusal("'" + other.code() + "' stands twice as likely for '" + from + "'");
                }
            }
        });
    }

    private ClearanceLevel known(LevelCode code) {
        ClearanceLevel level = levels.get(code);
        if (level == null) {
            throw new IllegalStateException("Not read: " + code);
        }
        return level;
    }

    private ClearanceLevel known(Text code) {
        ClearanceLevel level = levels.get(new LevelCode(code.value()));
        if (level == null) {
            throw code.refusal("there is no level '" + code.value() + "'");
        }
        return level;
    }
}
