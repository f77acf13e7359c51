package net.gatepost.job.api;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.job.AlreadyMade;
import net.gatepost.job.CloseReason;
import net.gatepost.job.EmployerListings;
import net.gatepost.job.ListingDraft;
import net.gatepost.job.ListingView;
import net.gatepost.job.Listings;
import net.gatepost.web.NotFound;
import net.gatepost.web.Problem;
import net.gatepost.web.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a program does with its employer's listings: what a recruiter does, in the name of who made the token, and the audit
 * trail says with which token.
 */
@Service
@Transactional
class ListingsByToken {

    private final Listings listings;
    private final EmployerListings ofEmployer;
    private final ListingJsons json;
    private final KeptAnswerRepository answers;
    private final JsonMapper mapper;
    private final Audit audit;
    private final Clock clock;

    ListingsByToken(
            Listings listings,
            EmployerListings ofEmployer,
            ListingJsons json,
            KeptAnswerRepository answers,
            JsonMapper mapper,
            Audit audit,
            Clock clock) {
        this.listings = listings;
        this.ofEmployer = ofEmployer;
        this.json = json;
        this.answers = answers;
        this.mapper = mapper;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a request asks for and is known by when it comes again; the key is null where it can't be told from another. */
    record Asked(@Nullable String key, String digest) {

        @Nullable
        String keyHash() {
            return key == null ? null : TokenSecret.hash(key);
        }
    }

    /** The listing that was made, and the JSON that tells of it, the same for the same request. */
    record Made(UUID id, String json) {}

    /** The same request came first and has been answered, or is about to be. */
    static final class AnsweredBefore extends RuntimeException {

        AnsweredBefore() {
            super("answered before", null, false, false);
        }
    }

    /**
     * What was answered under that key.
     *
     * @throws Refused where it stands for another body
     */
    @Transactional(readOnly = true)
    public Optional<Made> answered(ApiCaller caller, Asked asked) {
        String hash = asked.keyHash();
        if (hash == null) {
            return Optional.empty();
        }
        return answers.findByTokenIdAndKeyHash(caller.tokenId(), hash).map(kept -> {
            if (!kept.bodyHash().equals(asked.digest())) {
                throw new Refused(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "idempotency-key"));
            }
            UUID id = kept.listingId();
            String answer = kept.answer();
            if (id == null || answer == null) {
                throw new IllegalStateException("an answer was kept without its words");
            }
            return new Made(id, answer);
        });
    }

    /**
     * Makes a listing, and keeps what is answered in the same transaction.
     *
     * @throws AnsweredBefore when the database has that key by now; nothing is stored
     */
    public Made make(ApiCaller caller, Asked asked, @Nullable String reference, ListingDraft draft, boolean publish) {
        KeptAnswer kept = keep(caller, asked);
        var viewer = caller.viewer();
        UUID id;
        try {
            id = listings.draft(viewer, caller.employerId(), UuidCreator.getRandomBased(), reference, draft);
        } catch (AlreadyMade taken) {
            throw new Refused(Problem.of(HttpStatus.CONFLICT, "reference-taken"));
        }
        record(caller, id, "made");
        if (publish) {
            listings.publish(viewer, id, 0);
            record(caller, id, "published");
        }
        String answer = mapper.writeValueAsString(json.write(one(caller, id)));
        if (kept != null) {
            kept.is(id, answer);
        }
        return new Made(id, answer);
    }

    public ListingView revise(ApiCaller caller, UUID id, long version, ListingDraft draft) {
        one(caller, id);
        listings.revise(caller.viewer(), id, version, draft);
        record(caller, id, "revised");
        return one(caller, id);
    }

    /** @param version that the program has read; null for whatever it is */
    public ListingView publish(ApiCaller caller, UUID id, @Nullable Long version) {
        var before = one(caller, id);
        listings.publish(caller.viewer(), id, version == null ? before.version() : version);
        record(caller, id, "published");
        return one(caller, id);
    }

    public ListingView close(ApiCaller caller, UUID id, CloseReason reason) {
        one(caller, id);
        listings.close(caller.viewer(), id, reason);
        record(caller, id, "closed");
        return one(caller, id);
    }

    /** @throws NotFound where it is another employer's, although the token's maker may recruit for that one too */
    private ListingView one(ApiCaller caller, UUID id) {
        return ofEmployer.one(caller.viewer(), caller.employerId(), id);
    }

    private @Nullable KeptAnswer keep(ApiCaller caller, Asked asked) {
        String hash = asked.keyHash();
        if (hash == null) {
            return null;
        }
        try {
            return answers.saveAndFlush(new KeptAnswer(caller.tokenId(), hash, asked.digest(), clock.instant()));
        } catch (DataIntegrityViolationException repeated) {
            throw new AnsweredBefore();
        }
    }

    private void record(ApiCaller caller, UUID listing, String what) {
        audit.record(
                caller.accountId(), "listing.by-token", "listing", listing, what + " with token " + caller.tokenId());
    }
}
