package net.gatepost.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate_work")
class WorkRow extends ProfileRow<Work> {

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String employer;

    private @Nullable String location;

    @Convert(converter = MonthColumn.class)
    @Column(nullable = false)
    private YearMonth started;

    @Convert(converter = MonthColumn.class)
    private @Nullable YearMonth ended;

    private @Nullable String description;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected WorkRow() {}

    @SuppressWarnings("NullAway.Init") // set by change
    WorkRow(UUID profileId, UUID postKey, Work work) {
        super(profileId, postKey);
        change(work);
    }

    @Override
    final void change(Work work) {
        title = work.title();
        employer = work.employer();
        location = work.location();
        started = work.started();
        ended = work.ended();
        description = work.description();
    }

    @Override
    Work content() {
        return new Work(title, employer, location, started, ended, description);
    }
}
