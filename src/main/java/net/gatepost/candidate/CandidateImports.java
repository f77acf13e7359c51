package net.gatepost.candidate;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.search.mapper.orm.Search;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in many profiles at once. It keeps the search index out of it, so the index is built afresh afterwards: until then
 * nobody finds them.
 */
@Service
public class CandidateImports {

    private static final int BATCH = 100;

    private final EntityManager entities;

    CandidateImports(EntityManager entities) {
        this.entities = entities;
    }

    /** All of them, or none; in the caller's transaction where there is one. Its session forgets what it had loaded. */
    @Transactional
    public void bringIn(List<CandidateImport> imports) {
        Search.session(entities).indexingPlanFilter(types -> types.exclude(Object.class));
        entities.flush();
        entities.clear();
        for (int at = 0; at < imports.size(); at += BATCH) {
            imports.subList(at, Math.min(at + BATCH, imports.size())).forEach(this::bringIn);
            entities.flush();
            entities.clear();
        }
    }

    private void bringIn(CandidateImport imported) {
        var profile = Profile.imported(imported);
        entities.persist(profile);
        Stream.of(
                        rows(profile, Section.CLEARANCES, imported.clearances()),
                        rows(profile, Section.WORK, imported.work()),
                        rows(profile, Section.CERTIFICATIONS, imported.certifications()),
                        rows(profile, Section.SERVICE, imported.service()))
                .flatMap(rows -> rows)
                .forEach(entities::persist);
    }

    private static <T> Stream<ProfileRow<T>> rows(Profile profile, Section<T> section, List<T> contents) {
        return contents.stream().map(content -> section.row(profile.id(), UUID.randomUUID(), content));
    }
}
