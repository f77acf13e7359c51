package net.gatepost.briefing;

import java.time.Instant;
import java.util.UUID;
import net.gatepost.account.PersonalData;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Which briefings a person has begun. They are the site's and stay; by whom does not. */
@Component
@Order(25)
class BriefingData implements PersonalData {

    private static final int MOST = 10_000;

    private final BriefingRepository briefings;

    BriefingData(BriefingRepository briefings) {
        this.briefings = briefings;
    }

    /** A briefing that a person has begun. */
    record Written(String headline, @Nullable String slug, BriefingStatus status, Instant changedAt) {

        static Written of(BriefingView view) {
            return new Written(view.content().headline(), view.slug(), view.status(), view.changedAt());
        }
    }

    @Override
    public void exportTo(Archive archive, UUID accountId) {
        archive.json(
                "briefings",
                briefings.findByWrittenByOrderByWrittenAt(accountId, Limit.of(MOST)).stream()
                        .map(Briefing::toView)
                        .map(Written::of)
                        .toList());
    }

    @Override
    public void erase(UUID accountId) {
        briefings.forgetWriter(accountId);
        briefings.forgetChanger(accountId);
    }
}
