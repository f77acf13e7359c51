package net.gatepost.employer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds verified employers whose name or domain somebody may take another one's for. */
@Component
class LookAlikes {

    private static final int SHOWN = 10;

    private final JdbcTemplate batch;
    private final JdbcClient database;

    LookAlikes(JdbcTemplate batch, JdbcClient database) {
        this.batch = batch;
        this.database = database;
    }

    /** Remembers what an employer looks like now; it is in the database already. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remember(Employer employer) {
        database.sql("delete from employer_likeness where employer_id = ?")
                .param(employer.id())
                .update();
        insert(employer.id(), "NAME", Likeness.ofName(employer.name()));
        insert(
                employer.id(),
                "DOMAIN",
                Likeness.ofDomain(employer.toDraft().domain().value()));
    }

    private void insert(UUID employerId, String kind, Set<String> variants) {
        batch.batchUpdate(
                "insert into employer_likeness (employer_id, kind, variant) values (?, ?, ?)",
                variants.stream()
                        .map(variant -> new Object[] {employerId, kind, variant})
                        .toList());
    }

    /** The verified employers that this one looks like, in no order; at most {@value #SHOWN}. */
    List<UUID> of(UUID employerId) {
        return database.sql("""
                        select distinct other.employer_id from employer_likeness mine
                        join employer_likeness other on other.kind = mine.kind and other.variant = mine.variant
                        join employer e on e.id = other.employer_id and e.status = 'VERIFIED'
                        where mine.employer_id = :id and other.employer_id <> :id
                        fetch first :most rows only""")
                .param("id", employerId)
                .param("most", SHOWN)
                .query(UUID.class)
                .list();
    }

    /** Those of these that look like a verified one. */
    Set<UUID> among(Collection<UUID> employerIds) {
        return employerIds.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("""
                        select distinct mine.employer_id from employer_likeness mine
                        join employer_likeness other on other.kind = mine.kind and other.variant = mine.variant
                            and other.employer_id <> mine.employer_id
                        join employer e on e.id = other.employer_id and e.status = 'VERIFIED'
                        where mine.employer_id in (:ids)""")
                        .param("ids", employerIds)
                        .query(UUID.class)
                        .list());
    }
}
