package net.gatepost.candidate;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import net.gatepost.clearance.Access;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.Investigation;
import net.gatepost.clearance.LevelCode;
import net.gatepost.clearance.Polygraph;
import net.gatepost.clearance.PolygraphExam;
import org.jspecify.annotations.Nullable;

/** A clearance as it was entered. The level is any code, because a catalogue may forget one that is stored here. */
@Entity
@Table(name = "candidate_clearance")
class ClearanceRow extends ProfileRow<Clearance> {

    @Column(nullable = false)
    private String levelCode;

    /** Codes with commas between them, or empty. */
    @Column(nullable = false)
    private String accesses;

    @Enumerated(EnumType.STRING)
    private @Nullable Polygraph polygraph;

    @Convert(converter = SealedMonth.class)
    private @Nullable YearMonth polygraphMonth;

    private @Nullable String polygraphAgency;

    private boolean interim;

    private boolean inAccess;

    @Convert(converter = SealedMonth.class)
    private @Nullable YearMonth lastUsed;

    @Convert(converter = SealedMonth.class)
    private @Nullable YearMonth granted;

    private @Nullable String tier;

    @Convert(converter = SealedMonth.class)
    private @Nullable YearMonth investigationClosed;

    private boolean continuousVetting;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    protected ClearanceRow() {}

    @SuppressWarnings("NullAway.Init") // set by change
    ClearanceRow(UUID profileId, UUID postKey, Clearance clearance) {
        super(profileId, postKey);
        change(clearance);
    }

    @Override
    final void change(Clearance clearance) {
        levelCode = clearance.level().value();
        accesses = clearance.accesses().stream().map(Access::code).collect(Collectors.joining(","));
        var exam = clearance.polygraph();
        polygraph = exam == null ? null : exam.type();
        polygraphMonth = exam == null ? null : exam.month();
        polygraphAgency = exam == null ? null : exam.agency();
        interim = clearance.interim();
        inAccess = clearance.inAccess();
        lastUsed = clearance.lastUsed();
        granted = clearance.granted();
        var investigation = clearance.investigation();
        tier = investigation == null ? null : investigation.tier();
        investigationClosed = investigation == null ? null : investigation.closed();
        continuousVetting = investigation != null && investigation.continuousVetting();
    }

    @Override
    Clearance content() {
        var held = EnumSet.noneOf(Access.class);
        Arrays.stream(accesses.split(",", -1))
                .map(Access::ofCode)
                .flatMap(Optional::stream)
                .forEach(held::add);
        return new Clearance(
                new LevelCode(levelCode),
                held,
                polygraph == null ? null : new PolygraphExam(polygraph, polygraphMonth, polygraphAgency),
                interim,
                inAccess,
                lastUsed,
                granted,
                tier == null && investigationClosed == null && !continuousVetting
                        ? null
                        : new Investigation(tier, investigationClosed, continuousVetting));
    }
}
