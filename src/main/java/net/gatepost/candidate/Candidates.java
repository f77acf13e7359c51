package net.gatepost.candidate;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.gatepost.clearance.Clearance;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The cleared profiles, each reached by its owner alone. Every change locks the profile first, so that what is counted
 * or compared here stays true until the commit.
 */
@Service
public class Candidates {

    private final ProfileRepository profiles;
    private final ProfileRowRepository rows;
    private final CandidateIndexing indexing;
    private final Clock clock;

    Candidates(ProfileRepository profiles, ProfileRowRepository rows, CandidateIndexing indexing, Clock clock) {
        this.profiles = profiles;
        this.rows = rows;
        this.indexing = indexing;
        this.clock = clock;
    }

    /** The viewer's own profile, {@link CandidateProfile#EMPTY} if there is none yet. Four statements, however long it is. */
    @Transactional(readOnly = true)
    public CandidateProfile profileOf(Viewer viewer) {
        return profileOf(viewer.id());
    }

    CandidateProfile profileOf(UUID accountId) {
        return profiles.findByAccountId(accountId)
                .map(profile -> CandidateProfile.of(profile, rows.findByProfileIdOrderById(profile.id())))
                .orElse(CandidateProfile.EMPTY);
    }

    /** What the viewer says to hold, in the order in which it was entered. One statement. */
    @Transactional(readOnly = true)
    public List<Clearance> clearancesOf(Viewer viewer) {
        return rows.clearancesOf(viewer.id()).stream()
                .map(ClearanceRow::content)
                .toList();
    }

    /** What the viewer's profile lacks. */
    @Transactional(readOnly = true)
    public List<Missing> missing(Viewer viewer) {
        return profileOf(viewer).missing();
    }

    /**
     * @param version the {@link CandidateProfile#version()} that the change is based on
     * @throws Stale if it was changed meanwhile, to something else
     */
    @Transactional
    public void change(Viewer viewer, long version, Basics basics) {
        change(
                viewer,
                version,
                basics,
                Basics.NONE,
                Profile::basics,
                (profile, to) -> profile.change(to, clock.instant()));
    }

    /** As {@link #change(Viewer, long, Basics)}. */
    @Transactional
    public void change(Viewer viewer, long version, Plans plans) {
        change(
                viewer,
                version,
                plans,
                Plans.NONE,
                Profile::plans,
                (profile, to) -> profile.change(to, clock.instant()));
    }

    /** As {@link #change(Viewer, long, Basics)}. */
    @Transactional
    public void change(Viewer viewer, long version, Personal personal) {
        change(
                viewer,
                version,
                personal,
                Personal.NONE,
                Profile::personal,
                (profile, to) -> profile.change(to, clock.instant()));
    }

    /**
     * Adds those skills that the viewer's profile doesn't have yet, in whatever case, at its end.
     *
     * @return how many were added: fewer than asked for where the profile has no more room
     */
    @Transactional
    public int addSkills(Viewer viewer, Collection<String> skills) {
        var profile = locked(viewer);
        var basics = profile.basics();
        var all = new LinkedHashMap<String, String>();
        basics.skills().forEach(skill -> all.put(skill.toLowerCase(Locale.ROOT), skill));
        skills.forEach(skill -> all.putIfAbsent(skill.toLowerCase(Locale.ROOT), skill));
        var kept = all.values().stream().limit(Basics.MOST_SKILLS).toList();
        if (kept.size() > basics.skills().size()) {
            profile.change(new Basics(basics.headline(), basics.summary(), kept), clock.instant());
        }
        return kept.size() - basics.skills().size();
    }

    private <T> void change(
            Viewer viewer, long version, T to, T nothing, Function<Profile, T> stored, BiConsumer<Profile, T> change) {
        var profile = locked(viewer);
        var now = stored.apply(profile);
        if (now.equals(to)) {
            return; // a repeated post, or nothing new
        }
        if (profile.version() != version && !now.equals(nothing)) {
            throw new Stale();
        }
        change.accept(profile, to);
    }

    /** One entry of the viewer's own profile. */
    @Transactional(readOnly = true)
    public <T> Row<T> row(Viewer viewer, Section<T> section, UUID id) {
        return profiles.findByAccountId(viewer.id())
                .map(profile -> find(profile, section, id).toRow())
                .orElseThrow(NotFound::new);
    }

    /**
     * Adds an entry, once for each key.
     *
     * @param postKey made with the form, the same however often it is posted
     * @throws SectionFull if there are as many as there may be
     */
    @Transactional
    public <T> void add(Viewer viewer, Section<T> section, UUID postKey, T content) {
        var profile = locked(viewer);
        var stored = rows.findByProfileIdOrderById(profile.id());
        if (stored.stream().anyMatch(row -> row.postKey().equals(postKey))) {
            return;
        }
        if (stored.stream().filter(section::holds).count() >= section.most()) {
            throw new SectionFull(section);
        }
        rows.save(section.row(profile.id(), postKey, content));
        changed(profile);
    }

    /** @throws Stale if the entry was changed meanwhile, to something else */
    @Transactional
    public <T> void change(Viewer viewer, Section<T> section, UUID id, long version, T content) {
        var profile = existing(viewer);
        var row = find(profile, section, id);
        if (row.content().equals(content)) {
            return; // a repeated post, or nothing new
        }
        if (!row.isAt(version)) {
            throw new Stale();
        }
        row.change(content);
        changed(profile);
    }

    @Transactional
    public void remove(Viewer viewer, Section<?> section, UUID id) {
        var profile = existing(viewer);
        rows.delete(find(profile, section, id));
        changed(profile);
    }

    /** What recruiters know the viewer's profile by, if there is one. */
    @Transactional(readOnly = true)
    public Optional<UUID> handleOf(Viewer viewer) {
        return profiles.findByAccountId(viewer.id()).map(Profile::handle);
    }

    /**
     * Lets recruiters find the viewer, or no longer. Sealing takes effect with the next request of anybody.
     *
     * @param availability as it was before, to undo {@link #stopLooking}; null leaves it as it is
     */
    @Transactional
    public void show(Viewer viewer, Visibility visibility, @Nullable Availability availability) {
        var profile = locked(viewer);
        if (availability != null) {
            var plans = profile.plans();
            profile.change(new Plans(plans.places(), plans.relocation(), availability), clock.instant());
        }
        if (profile.visibility() != visibility) {
            profile.show(visibility, clock.instant());
        }
        indexing.shown(profile);
    }

    /** "Not looking": the viewer is found by nobody, and says so. */
    @Transactional
    public void stopLooking(Viewer viewer) {
        var profile = locked(viewer);
        profile.stopLooking(clock.instant());
        indexing.shown(profile);
    }

    /** Deletes the viewer's whole profile, if there is one. */
    @Transactional
    public void delete(Viewer viewer) {
        profiles.lockByAccountId(viewer.id()).ifPresent(profile -> {
            indexing.withhold(profile, null);
            rows.deleteAll(rows.findByProfileIdOrderById(profile.id()));
            profiles.delete(profile);
        });
    }

    /** An entry is not the profile's own: forms of the profile that are open stay good. */
    private void changed(Profile profile) {
        profiles.entryChanged(profile.id(), clock.instant());
        indexing.changed(profile);
    }

    private Profile locked(Viewer viewer) {
        return profiles.lockByAccountId(viewer.id()).orElseGet(() -> {
            profiles.begin(
                    UuidCreator.getTimeOrderedEpoch(), viewer.id(), UuidCreator.getRandomBased(), clock.instant());
            return existing(viewer);
        });
    }

    private Profile existing(Viewer viewer) {
        return profiles.lockByAccountId(viewer.id()).orElseThrow(NotFound::new);
    }

    private <T> ProfileRow<T> find(Profile profile, Section<T> section, UUID id) {
        return rows.findByIdAndProfileId(id, profile.id())
                .flatMap(row -> section.cast(row))
                .orElseThrow(NotFound::new);
    }
}
