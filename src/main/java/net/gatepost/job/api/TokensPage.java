package net.gatepost.job.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import net.gatepost.employer.EmployerView;
import org.springframework.context.MessageSource;

/**
 * @param employer whose tokens these are
 * @param others for which the viewer recruits too
 */
record TokensPage(EmployerView employer, List<EmployerView> others, List<Row> rows) {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    /** @param works whether it opens anything; else its maker has left */
    record Row(UUID id, String name, List<String> scopes, String made, String used, String ends, boolean works) {

        /** Without its maker's name. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    static TokensPage of(
            EmployerView employer, List<EmployerView> acting, List<ApiTokens.Row> tokens, MessageSource messages) {
        return new TokensPage(
                employer,
                acting.stream()
                        .filter(other -> !other.id().equals(employer.id()))
                        .toList(),
                tokens.stream().map(token -> row(token, messages)).toList());
    }

    private static Row row(ApiTokens.Row token, MessageSource messages) {
        var used = token.lastUsedOn();
        var ends = token.endsAt();
        return new Row(
                token.id(),
                token.name(),
                token.scopes().stream().map(Scope::authority).toList(),
                token.works()
                        ? text(messages, "token.made-by", token.maker(), DAY.format(token.madeAt()))
                        : text(messages, "token.made-by.gone", DAY.format(token.madeAt())),
                used == null
                        ? text(messages, "token.used.never")
                        : text(messages, "token.used", DAY.format(used.atStartOfDay(ZoneOffset.UTC))),
                ends == null ? text(messages, "token.ends.never") : text(messages, "token.ends.on", lastDay(ends)),
                token.works());
    }

    /** It ends with the first instant of the next one. */
    private static String lastDay(Instant ends) {
        return DAY.format(ends.minusNanos(1));
    }

    private static String text(MessageSource messages, String key, Object... arguments) {
        return messages.getMessage(key, arguments, Locale.ENGLISH);
    }
}
