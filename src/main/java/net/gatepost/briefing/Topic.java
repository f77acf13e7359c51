package net.gatepost.briefing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

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

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected Topic() {}

    BriefingTopic toTopic() {
        return new BriefingTopic(slug, name, description);
    }
}
