package net.gatepost.briefing.image;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** The picture of one briefing: a JPEG of our own making. */
@Entity
class BriefingImage {

    @Id
    private UUID briefingId;

    @Version
    private Long version;

    @Column(nullable = false)
    private byte[] content;

    private int width;

    private int height;

    @Column(nullable = false)
    private String alternative;

    @Column(nullable = false)
    private String credit;

    @Column(nullable = false)
    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected BriefingImage() {}

    @SuppressWarnings("NullAway.Init") // the version is Hibernate's, the rest comes in show() and describe()
    BriefingImage(UUID briefingId) {
        this.briefingId = briefingId;
    }

    void show(CleanImage image) {
        content = image.jpeg();
        width = image.width();
        height = image.height();
    }

    void describe(String words, String whose, Instant now) {
        alternative = words;
        credit = whose;
        changedAt = now;
    }

    byte[] content() {
        return content.clone();
    }
}
