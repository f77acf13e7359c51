package net.gatepost.candidate;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import net.gatepost.account.AccountDisabled;
import net.gatepost.account.AccountEnabled;
import org.hibernate.search.mapper.orm.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the index of candidates in step with what it is drawn from. It follows with a delay, and what somebody no longer
 * wants to be seen may not wait for it: that is noted in the same transaction, and every search leaves it out until the index
 * is seen to have followed.
 */
@Component
class CandidateIndexing {

    private final EntityManager entities;
    private final ProfileRepository profiles;
    private final WithheldRepository withheld;
    private final Clock clock;

    CandidateIndexing(EntityManager entities, ProfileRepository profiles, WithheldRepository withheld, Clock clock) {
        this.entities = entities;
        this.profiles = profiles;
        this.withheld = withheld;
        this.clock = clock;
    }

    /** An entry of it changed, or a block: the index doesn't see that by itself. */
    void changed(Profile profile) {
        Search.session(entities).indexingPlan().addOrUpdate(profile);
    }

    /** Who is kept out is found by nobody, and counted nowhere, from the next search on. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void hide(AccountDisabled news) {
        profiles.findByAccountId(news.accountId()).ifPresent(profile -> {
            withhold(profile, null);
            changed(profile);
        });
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void showAgain(AccountEnabled news) {
        profiles.findByAccountId(news.accountId()).ifPresent(this::shown);
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
