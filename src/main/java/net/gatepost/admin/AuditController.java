package net.gatepost.admin;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.audit.AuditChain;
import net.gatepost.audit.AuditTrail;
import net.gatepost.web.CsvCells;
import net.gatepost.web.ForAdministrators;
import net.gatepost.web.Moments;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The audit trail: narrowed, in parts, as a spreadsheet; and whether its chain holds. */
@ForAdministrators
@Controller
@RequestMapping("/admin/audit")
class AuditController {

    private static final int PART = 100;
    private static final int EXPORTED_AT_ONCE = 1_000;
    private static final int MOST_EXPORTED = 200_000;

    private static final UUID WHOLE_TRAIL = new UUID(0, 0);

    private final AuditTrail trail;
    private final AuditChain chain;
    private final Audit audit;
    private final Accounts accounts;
    private final TransactionTemplate transaction;

    AuditController(
            AuditTrail trail, AuditChain chain, Audit audit, Accounts accounts, TransactionTemplate transaction) {
        this.trail = trail;
        this.chain = chain;
        this.audit = audit;
        this.accounts = accounts;
        this.transaction = transaction;
    }

    /** What was typed. */
    record Narrow(String actor, String action, String about, String from, String to) {

        Narrow {
            actor = Objects.requireNonNullElse(actor, "").strip();
            action = Objects.requireNonNullElse(action, "").strip();
            about = Objects.requireNonNullElse(about, "").strip();
            from = Objects.requireNonNullElse(from, "").strip();
            to = Objects.requireNonNullElse(to, "").strip();
        }

        AuditTrail.Wanted wanted() {
            return new AuditTrail.Wanted(
                    id(actor), action.matches("[a-z.-]{0,60}") ? action : "?", id(about), day(from), day(to));
        }

        /** What of it is looked for, without anything else that was typed: the trail keeps it for good. */
        private Narrow understood() {
            var wanted = wanted();
            return new Narrow(
                    Objects.toString(wanted.actor(), ""),
                    wanted.action(),
                    Objects.toString(wanted.about(), ""),
                    Objects.toString(wanted.from(), ""),
                    Objects.toString(wanted.to(), ""));
        }

        /** The query of an address. */
        public String query() {
            var query = UriComponentsBuilder.newInstance();
            Map.of("actor", actor, "action", action, "about", about, "from", from, "to", to)
                    .forEach((name, value) -> {
                        if (!value.isEmpty()) {
                            query.queryParam(name, value);
                        }
                    });
            return Objects.requireNonNullElse(query.encode().build().getQuery(), "");
        }

        private static @Nullable UUID id(String typed) {
            try {
                return typed.isEmpty() ? null : UUID.fromString(typed);
            } catch (IllegalArgumentException nonsense) {
                return WHOLE_TRAIL; // nobody has it, so nothing is found
            }
        }

        private static @Nullable LocalDate day(String typed) {
            try {
                return typed.isEmpty() ? null : LocalDate.parse(typed);
            } catch (DateTimeParseException nonsense) {
                return null;
            }
        }
    }

    /** One entry in words. */
    record Row(long position, String when, String who, String action, String about, String detail) {
        @Override
        public String toString() {
            return "Row[" + position + "]";
        }
    }

    @GetMapping
    String list(Narrow narrow, @RequestParam(required = false) @Nullable Long before, Model model) {
        var rows = trail.part(narrow.wanted(), before, PART + 1);
        var shown = rows.subList(0, Math.min(PART, rows.size()));
        var names = accounts.contacts(shown.stream()
                .map(AuditTrail.Row::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        model.addAttribute("narrow", narrow)
                .addAttribute("rows", shown.stream().map(row -> row(row, names)).toList())
                .addAttribute(
                        "further", rows.size() > PART ? shown.get(PART - 1).position() : null);
        return "admin/audit";
    }

    private static Row row(AuditTrail.Row row, Map<UUID, Accounts.Contact> names) {
        var contact = row.actor() == null ? null : names.get(row.actor());
        String who = row.actor() == null ? "" : contact == null ? row.actor().toString() : contact.name();
        return new Row(
                row.position(),
                Moments.told(row.at()),
                who,
                row.action(),
                row.subjectType() + " " + row.subjectId(),
                row.detail());
    }

    /** By ids and without names; who took it along is in the trail as well. */
    @GetMapping("/export")
    void export(Viewer viewer, Narrow narrow, HttpServletResponse response) throws IOException {
        transaction.executeWithoutResult(status -> audit.record(
                viewer.id(),
                "audit.exported",
                "audit",
                WHOLE_TRAIL,
                narrow.understood().query()));
        response.setContentType("text/csv");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (var csv = CsvWriter.builder().build(response.getWriter())) {
            csv.writeRecord("number", "at", "account", "action", "subject", "id", "detail");
            Long before = null;
            for (int written = 0; written < MOST_EXPORTED; ) {
                List<AuditTrail.Row> some = trail.part(narrow.wanted(), before, EXPORTED_AT_ONCE);
                for (var row : some) {
                    csv.writeRecord(
                            String.valueOf(row.position()),
                            row.at().toString(),
                            row.actor() == null ? "" : row.actor().toString(),
                            row.action(),
                            row.subjectType(),
                            row.subjectId().toString(),
                            CsvCells.harmless(row.detail()));
                }
                if (some.size() < EXPORTED_AT_ONCE) {
                    break;
                }
                written += some.size();
                before = some.get(some.size() - 1).position();
            }
        }
    }

    @PostMapping("/verification")
    String verify(Viewer viewer, Model model) {
        var verdict = chain.verify();
        transaction.executeWithoutResult(status -> audit.record(
                viewer.id(),
                "audit.verified",
                "audit",
                WHOLE_TRAIL,
                verdict.isWhole()
                        ? verdict.links() + " links, head " + verdict.head()
                        : "broken at " + verdict.brokenAt()));
        model.addAttribute("verdict", verdict);
        return list(new Narrow("", "", "", "", ""), null, model);
    }
}
