package net.gatepost.candidate;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the index of candidates in step with what it is drawn from. It follows with a delay, and what somebody no longer
 * wants to be seen may not wait for it: that is noted in the same transaction, and every search leaves it out until the index
 * is seen to have followed.
 */
@Component
class CandidateIndexing {

    private final EntityManager entities;
    private final WithheldRepository withheld;
    private final Clock clock;

    CandidateIndexing(EntityManager entities, WithheldRepository withheld, Clock clock) {
        this.entities = entities;
        this.withheld = withheld;
        this.clock = clock;
    }

    /** An entry of it changed, or a block: the index doesn't see that by itself. */
    void changed(Profile profile) {
        Search.session(entities).indexingPlan().addOrUpdate(profile);
    }

    /** Its visibility changed, or may have. */
    void shown(Profile profile) {
        withheld.showAgain(profile.handle());
        if (profile.visibility() == Visibility.SEALED) {
            withhold(profile, null);
        }
        changed(profile);
    }

    /** @param employerId from whom; null for from everybody */
    void withhold(Profile profile, @Nullable UUID employerId) {
        withheld.save(new Withheld(profile.handle(), employerId, clock.instant()));
    }

    void showAgainTo(Profile profile, UUID employerId) {
        withheld.showAgainTo(profile.handle(), employerId);
    }
}
