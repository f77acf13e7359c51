package net.gatepost.candidate.saved;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.gatepost.web.LongestPause;

/** A search for members that one recruiter keeps for one employer. */
@Entity
class RecruiterSearch {

    @Id
    private UUID id;

    @Version
    private Long version;

    @Column(nullable = false, updatable = false)
    private UUID accountId;

    @Column(nullable = false, updatable = false)
    private UUID employerId;

    /** One of the places that a recruiter has for searches; the database sees to it that there are no more. */
    @Column(nullable = false, updatable = false)
    private int place;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, updatable = false)
    private String address;

    /** Of the address; short enough to be unique by. */
    @Column(nullable = false, updatable = false)
    private String addressKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AlertOften often;

    /** The first day (UTC) whose changes were not told of yet. */
    @Column(nullable = false)
    private LocalDate toldUntil;

    @Column(nullable = false, updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which makes every one: the table is filled in SQL
    protected RecruiterSearch() {}

    /** What came while it told of nothing is not caught up with. */
    void change(String otherName, AlertOften otherOften, LocalDate today) {
        if (often == AlertOften.OFF && otherOften != AlertOften.OFF) {
            toldUntil = today;
        }
        name = otherName;
        often = otherOften;
    }

    /** One that told while the clock ran ahead goes on from today. */
    void bringBack(LocalDate today) {
        if (toldUntil.isAfter(LongestPause.after(today))) {
            toldUntil = today;
        }
    }

    boolean isDue(LocalDate today) {
        return often.isDue(toldUntil, today);
    }

    void toldUntil(LocalDate day) {
        toldUntil = day;
    }

    UUID id() {
        return id;
    }

    UUID accountId() {
        return accountId;
    }

    int place() {
        return place;
    }

    UUID employerId() {
        return employerId;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    AlertOften often() {
        return often;
    }

    LocalDate toldUntil() {
        return toldUntil;
    }

    Instant createdAt() {
        return createdAt;
    }
}
