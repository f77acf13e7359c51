package net.gatepost.candidate;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.candidate.CandidatePage.Audience;
import net.gatepost.candidate.search.CandidateFields;
import net.gatepost.candidate.search.ClearanceFilter;
import net.gatepost.candidate.search.HeldStatus;
import net.gatepost.clearance.Clearance;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.place.Gazetteer;
import org.hibernate.Session;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.IndexFieldReference;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaFieldOptionsStep;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.orm.HibernateOrmExtension;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What the index of candidates holds of a profile: what a stranger would be shown of it masked, and nothing else.
 * {@link CandidateFields} says what each field is for.
 */
@Component
class CandidateDocument implements TypeBinder, TypeBridge<Profile> {

    private final ObjectProvider<CandidatePages> pages;
    private final ObjectProvider<Accounts> accounts;
    private final ClearanceCatalogue catalogue;
    private final Gazetteer gazetteer;
    private final Clock clock;

    /** @param pages asked for late, as accounts are: the entity manager behind them is made after this */
    CandidateDocument(
            ObjectProvider<CandidatePages> pages,
            ObjectProvider<Accounts> accounts,
            ClearanceCatalogue catalogue,
            Gazetteer gazetteer,
            Clock clock) {
        this.pages = pages;
        this.accounts = accounts;
        this.catalogue = catalogue;
        this.gazetteer = gazetteer;
        this.clock = clock;
    }

    @Override
    public void bind(TypeBindingContext context) {
        // Every change of a profile sets it; what else makes the document another one asks for it: see
        // CandidateIndexing.
        context.dependencies().use("changedAt").use("visibility");
        var schema = context.indexSchemaElement();
        schema.field(
                        CandidateFields.HANDLE,
                        field -> field.asString().sortable(Sortable.YES).projectable(Projectable.YES))
                .toReference();
        text(schema, CandidateFields.TEXT);
        text(schema, CandidateFields.HEAD);
        schema.field(CandidateFields.TEXT_EXACT, field -> field.asString().analyzer(CandidateFields.EXACT))
                .toReference();
        for (HeldStatus status : HeldStatus.values()) {
            counted(schema, status.field()).multiValued().toReference();
        }
        schema.field(CandidateFields.BANDS_OF, field -> field.asString()).toReference();
        counted(schema, CandidateFields.SKILLS).multiValued().toReference();
        values(schema, CandidateFields.BLOCKED);
        values(schema, CandidateFields.EMPLOYED);
        counted(schema, CandidateFields.AVAILABILITY).toReference();
        counted(schema, CandidateFields.RELOCATION).toReference();
        schema.field(CandidateFields.POINT, field -> field.asGeoPoint())
                .multiValued()
                .toReference();
        schema.field(CandidateFields.CHANGED, field -> field.asInstant().sortable(Sortable.YES))
                .toReference();
        context.bridge(Profile.class, this);
    }

    private static void text(IndexSchemaElement schema, String name) {
        schema.field(
                        name,
                        field -> field.asString()
                                .analyzer(CandidateFields.ENGLISH)
                                .searchAnalyzer(CandidateFields.ENGLISH_WITH_SYNONYMS))
                .toReference();
    }

    private static IndexSchemaFieldOptionsStep<?, IndexFieldReference<String>> counted(
            IndexSchemaElement schema, String name) {
        return schema.field(name, field -> field.asString().aggregable(Aggregable.YES));
    }

    private static void values(IndexSchemaElement schema, String name) {
        schema.field(name, field -> field.asString()).multiValued().toReference();
    }

    @Override
    public void write(DocumentElement document, Profile profile, TypeBridgeWriteContext context) {
        var session = context.extension(HibernateOrmExtension.get()).session();
        var stored = CandidateProfile.of(profile, rowsOf(session, profile));
        var owner = accounts.getObject().contacts(List.of(profile.accountId())).get(profile.accountId());
        if (owner == null) {
            return; // without a handle it is never found
        }
        String text = String.join(" \n", pages.getObject().maskedWords(stored, owner.name()));
        var page = pages.getObject().page(stored, owner.name(), Audience.MASKED);

        document.addValue(CandidateFields.HANDLE, profile.handle().toString());
        document.addValue(CandidateFields.TEXT, text);
        document.addValue(CandidateFields.TEXT_EXACT, text);
        document.addValue(
                CandidateFields.HEAD,
                (page.headline() == null ? "" : page.headline()) + " \n" + String.join(" \n", page.skills()));
        pages.getObject()
                .maskedSkills(stored, owner.name())
                .forEach(skill -> document.addValue(CandidateFields.SKILLS, skill));
        addClearances(document, stored.clearances());
        blockedBy(session, profile)
                .forEach(employer -> document.addValue(CandidateFields.BLOCKED, employer.toString()));
        EmployerTraces.of(stored).forEach(mark -> document.addValue(CandidateFields.EMPLOYED, hash(mark)));
        var plans = stored.plans();
        if (plans.availability() != null) {
            document.addValue(CandidateFields.AVAILABILITY, plans.availability().name());
        }
        if (plans.relocation() != null) {
            document.addValue(CandidateFields.RELOCATION, plans.relocation().name());
        }
        plans.places().stream()
                .flatMap(place -> gazetteer.byId(place.placeId()).stream())
                .forEach(place ->
                        document.addValue(CandidateFields.POINT, GeoPoint.of(place.latitude(), place.longitude())));
        document.addValue(CandidateFields.CHANGED, profile.changedAt().truncatedTo(ChronoUnit.DAYS));
    }

    /** Hashed, so that the index names nobody's employer. */
    static String hash(String mark) {
        return UUID.nameUUIDFromBytes(mark.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private void addClearances(DocumentElement document, List<Clearance> clearances) {
        var today = LocalDate.now(clock);
        document.addValue(CandidateFields.BANDS_OF, YearMonth.from(today).toString());
        clearances.stream()
                .flatMap(clearance -> ClearanceFilter.metBy(clearance, catalogue, today))
                .distinct()
                .forEach(filter -> document.addValue(filter.status().field(), filter.token()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // rows of every kind
    private static List<ProfileRow<?>> rowsOf(Session session, Profile profile) {
        return (List) session.createSelectionQuery(
                        "from ProfileRow r where r.profileId = :id order by r.id", ProfileRow.class)
                .setParameter("id", profile.id())
                .getResultList();
    }

    private static List<UUID> blockedBy(Session session, Profile profile) {
        return session.createSelectionQuery("select b.employerId from Block b where b.accountId = :id", UUID.class)
                .setParameter("id", profile.accountId())
                .getResultList();
    }
}
