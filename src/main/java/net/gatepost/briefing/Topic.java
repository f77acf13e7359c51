package net.gatepost.briefing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What briefings are about. Known by its slug, which stands in addresses and so never changes. */
@Entity
@Table(name = "briefing_topic")
class Topic {

    @Id
    private String slug;

    @Version
    private Long version;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String description;

    /** Its place among the others, from 1. */
    private int position;

    @Column
    private @Nullable Instant retiredAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Topic() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's
    Topic(String slug, String name, String description, int position) {
        this.slug = slug;
        this.name = name;
        this.description = description;
        this.position = position;
    }

    void describe(String toName, String toDescription) {
        name = toName;
        description = toDescription;
    }

    void stand(int at) {
        position = at;
    }

    void retire(Instant now) {
        if (retiredAt == null) {
            retiredAt = now;
        }
    }

    void comeBack() {
        retiredAt = null;
    }

    String slug() {
        return slug;
    }

    long version() {
        return version;
    }

    int position() {
        return position;
    }

    boolean isRetired() {
        return retiredAt != null;
    }

    /** What the audit trail knows it by. */
    UUID trailId() {
        return UUID.nameUUIDFromBytes(("briefing-topic/" + slug).getBytes(StandardCharsets.UTF_8));
    }

    BriefingTopic toTopic() {
        return new BriefingTopic(slug, name, description, isRetired());
    }
}
