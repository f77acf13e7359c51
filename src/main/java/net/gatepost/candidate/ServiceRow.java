package net.gatepost.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate_service")
class ServiceRow extends ProfileRow<MilitaryService> {

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Branch branch;

    private @Nullable String specialty;

    private int started;

    private @Nullable Integer ended;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ServiceRow() {}

    @SuppressWarnings("NullAway.Init") // set by change
    ServiceRow(UUID profileId, UUID postKey, MilitaryService service) {
        super(profileId, postKey);
        change(service);
    }

    @Override
    final void change(MilitaryService service) {
        branch = service.branch();
        specialty = service.specialty();
        started = service.started();
        ended = service.ended();
    }

    @Override
    MilitaryService content() {
        return new MilitaryService(branch, specialty, started, ended);
    }
}
