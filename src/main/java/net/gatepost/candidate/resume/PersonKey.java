package net.gatepost.candidate.resume;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** One person's key, wrapped. Whoever deletes the row makes what it encrypted unreadable, in every backup too. */
@Entity
@Table(name = "candidate_key")
class PersonKey {

    @Id
    private UUID accountId;

    @Version
    private Long version;

    @Column(nullable = false)
    private byte[] wrapped;

    @SuppressWarnings("NullAway.Init") // for Hibernate; a row is begun by PersonKeyRepository
    protected PersonKey() {}

    byte[] wrapped() {
        return wrapped;
    }
}
