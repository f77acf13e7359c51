package net.gatepost.job.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The tokens that a person made. They act in the person's name, and so go with them. */
@Component
@Order(49)
class ApiTokenData implements PersonalData {

    private final ApiTokenRepository tokens;

    ApiTokenData(ApiTokenRepository tokens) {
        this.tokens = tokens;
    }

    record Made(
            String name,
            UUID employerId,
            Set<Scope> scopes,
            Instant madeAt,
            @Nullable Instant endsAt,
            @Nullable LocalDate lastUsedOn,
            @Nullable Instant revokedAt) {

        @Override
        public String toString() {
            return "Made[withheld]";
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json(
                "api-tokens",
                tokens.madeBy(accountId).stream()
                        .map(token -> new Made(
                                token.name(),
                                token.employerId(),
                                token.scopes(),
                                token.madeAt(),
                                token.endsAt(),
                                token.lastUsedOn(),
                                token.revokedAt()))
                        .toList());
    }

    @Override
    public void erase(UUID accountId) {
        tokens.deleteOf(accountId);
    }
}
