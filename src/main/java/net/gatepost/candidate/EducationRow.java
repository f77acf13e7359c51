package net.gatepost.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate_education")
class EducationRow extends ProfileRow<Education> {

    @Column(nullable = false)
    private String school;

    @Column(nullable = false)
    private String degree;

    private @Nullable String subject;

    private @Nullable Integer completed;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected EducationRow() {}

    @SuppressWarnings("NullAway.Init") // set by change
    EducationRow(UUID profileId, UUID postKey, Education education) {
        super(profileId, postKey);
        change(education);
    }

    @Override
    final void change(Education education) {
        school = education.school();
        degree = education.degree();
        subject = education.subject();
        completed = education.completed();
    }

    @Override
    Education content() {
        return new Education(school, degree, subject, completed);
    }
}
