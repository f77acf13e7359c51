package net.gatepost.candidate;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "candidate_certification")
class CertificationRow extends ProfileRow<Certification> {

    private @Nullable String code;

    private @Nullable String name;

    @Convert(converter = MonthColumn.class)
    private @Nullable YearMonth earned;

    @Convert(converter = MonthColumn.class)
    private @Nullable YearMonth expires;

    protected CertificationRow() {}

    CertificationRow(UUID profileId, UUID postKey, Certification certification) {
        super(profileId, postKey);
        change(certification);
    }

    @Override
    final void change(Certification certification) {
        code = certification.code();
        name = certification.name();
        earned = certification.earned();
        expires = certification.expires();
    }

    @Override
    Certification content() {
        return new Certification(code, name, earned, expires);
    }
}
