package net.gatepost.briefing.image;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.briefing.BriefingDiscarded;
import net.gatepost.briefing.Newsroom;
import net.gatepost.web.NotFound;
import net.gatepost.web.SpillRefused;
import net.gatepost.web.Upload;
import net.gatepost.web.Viewer;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The pictures of briefings; each has at most one. Who may see one is decided by who may see its briefing. */
@Service
public class BriefingImages {

    private static final String SUBJECT = "briefing";

    private final BriefingImageRepository images;
    private final Newsroom newsroom;
    private final Audit audit;
    private final Clock clock;

    BriefingImages(BriefingImageRepository images, Newsroom newsroom, Audit audit, Clock clock) {
        this.images = images;
        this.newsroom = newsroom;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ImageFacts> of(UUID briefingId) {
        return images.facts(briefingId);
    }

    /**
     * The picture itself, a JPEG.
     *
     * @throws NotFound when it has none
     */
    @Transactional(readOnly = true)
    public byte[] content(UUID briefingId) {
        return images.findById(briefingId).orElseThrow(NotFound::new).content();
    }

    /**
     * Gives a briefing a picture, or the one that it has other words.
     *
     * @param file empty to keep the one that is there
     * @throws ImageRefused when no picture can be made of it; then nothing is changed
     * @throws SpillRefused when its name is marked
     * @throws NotFound when there is no such briefing
     */
    @Transactional(rollbackFor = ImageRefused.class)
    public void put(Viewer viewer, UUID briefingId, Upload file, String alternative, String credit)
            throws ImageRefused {
        newsroom.one(briefingId);
        var image = images.findById(briefingId).orElse(null);
        if (file.isEmpty() && image == null) {
            throw new ImageRefused("missing");
        }
        var put = image == null ? new BriefingImage(briefingId) : image;
        if (!file.isEmpty()) {
            put.show(file.read(CleanImage::of));
        }
        put.describe(alternative, credit, clock.instant());
        images.save(put);
        audit.record(viewer.id(), "briefing.image-put", SUBJECT, briefingId, "");
    }

    @EventListener
    void goWith(BriefingDiscarded briefing) {
        images.remove(briefing.id());
    }

    /** Does nothing where there is none. */
    @Transactional
    public void remove(Viewer viewer, UUID briefingId) {
        if (images.remove(briefingId) > 0) {
            audit.record(viewer.id(), "briefing.image-removed", SUBJECT, briefingId, "");
        }
    }
}
