package net.gatepost.job.api;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a program was answered under an idempotency key. The key itself, which anybody may have typed, is not kept. */
@Entity
@Table(name = "api_answer")
class KeptAnswer {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID tokenId;

    @Column(nullable = false, updatable = false)
    private String keyHash;

    @Column(nullable = false, updatable = false)
    private String bodyHash;

    @Column
    private @Nullable UUID listingId;

    @Column
    private @Nullable String answer;

    @Column(nullable = false, updatable = false)
    private Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected KeptAnswer() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    KeptAnswer(UUID tokenId, String keyHash, String bodyHash, Instant now) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.tokenId = tokenId;
        this.keyHash = keyHash;
        this.bodyHash = bodyHash;
        this.answeredAt = now;
    }

    /** In the transaction that has made the listing: with a key and without an answer nobody ever sees it. */
    void is(UUID made, String json) {
        listingId = made;
        answer = json;
    }

    String bodyHash() {
        return bodyHash;
    }

    @Nullable
    UUID listingId() {
        return listingId;
    }

    @Nullable
    String answer() {
        return answer;
    }
}
