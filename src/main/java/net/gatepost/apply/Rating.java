package net.gatepost.apply;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** What one recruiter thinks of one application, from 1 to 5. */
@Entity
@Table(name = "application_rating")
class Rating {

    static final int MOST = 5;

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID applicationId;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    private short stars;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Rating() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Rating(UUID applicationId, UUID accountId, int stars) {
        this.id = UuidCreator.getTimeOrderedEpoch();
        this.applicationId = applicationId;
        this.accountId = accountId;
        this.stars = (short) stars;
    }

    void change(int now) {
        stars = (short) now;
    }

    int stars() {
        return stars;
    }
}
