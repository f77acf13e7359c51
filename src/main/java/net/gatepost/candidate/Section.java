package net.gatepost.candidate;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.gatepost.clearance.Clearance;

/**
 * A list of entries on a profile, and how long it may grow.
 *
 * @param <T> what an entry says
 */
public final class Section<T> {

    public static final Section<Clearance> CLEARANCES =
            new Section<>("clearances", 10, ClearanceRow.class, ClearanceRow::new);
    public static final Section<Work> WORK = new Section<>("work", 30, WorkRow.class, WorkRow::new);
    public static final Section<Certification> CERTIFICATIONS =
            new Section<>("certifications", 30, CertificationRow.class, CertificationRow::new);
    public static final Section<Education> EDUCATION =
            new Section<>("education", 10, EducationRow.class, EducationRow::new);
    public static final Section<MilitaryService> SERVICE =
            new Section<>("service", 10, ServiceRow.class, ServiceRow::new);

    /** In the order in which a profile shows them. */
    public static final List<Section<?>> ALL = List.of(CLEARANCES, WORK, CERTIFICATIONS, EDUCATION, SERVICE);

    private final String name;
    private final int most;
    private final Class<? extends ProfileRow<T>> type;
    private final Maker<T> maker;

    private interface Maker<T> {
        ProfileRow<T> make(UUID profileId, UUID postKey, T content);
    }

    private Section(String name, int most, Class<? extends ProfileRow<T>> type, Maker<T> maker) {
        this.name = name;
        this.most = most;
        this.type = type;
        this.maker = maker;
    }

    /** As in its addresses: {@code work} of {@code /me/profile/work/new}. */
    public String name() {
        return name;
    }

    public int most() {
        return most;
    }

    public String path() {
        return "/me/profile/" + name;
    }

    ProfileRow<T> row(UUID profileId, UUID postKey, T content) {
        return maker.make(profileId, postKey, content);
    }

    boolean holds(ProfileRow<?> row) {
        return type.isInstance(row);
    }

    /** The row if it is one of this section, else empty. */
    Optional<ProfileRow<T>> cast(ProfileRow<?> row) {
        return holds(row) ? Optional.of(type.cast(row)) : Optional.empty();
    }

    @Override
    public String toString() {
        return name;
    }
}
