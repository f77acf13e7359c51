package net.gatepost.job;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import net.gatepost.clearance.ClearanceBadge;
import net.gatepost.clearance.ClearanceCatalogue;
import net.gatepost.clearance.RequirementSignature;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.job.search.ListingCard;
import net.gatepost.job.search.ListingFields;
import net.gatepost.job.search.Sample;
import net.gatepost.job.search.TextAnalysis;
import net.gatepost.web.Markdown;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Aggregable;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Searchable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.engine.backend.types.TermVector;
import org.hibernate.search.engine.spatial.GeoPoint;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the search index holds of a listing; {@link ListingFields} says what each field is for. Here and not on the entity,
 * which has nothing to say about searching.
 */
@Component
class ListingDocument implements TypeBinder, TypeBridge<Listing> {

    private static final int SUMMARY = 300;

    /** What a change of makes the document another one. */
    private static final String[] DRAWN_FROM = {
        "title",
        "slug",
        "description",
        "placeId",
        "placeLabel",
        "latitude",
        "longitude",
        "zone",
        "workplace",
        "employmentType",
        "clearanceStated",
        "clearanceLevel",
        "sci",
        "sap",
        "polygraph",
        "interimAccepted",
        "willSponsor",
        "clearanceImportance",
        "payMin",
        "payMax",
        "payCurrency",
        "payPeriod",
        "endsAt",
        "postedAt",
        "confirmedAt"
    };

    private final ClearanceCatalogue catalogue;
    private final JsonMapper json;
    private final Clock clock;

    /** Building the index asks for the same few employers a million times. A minute, because a verified one keeps its name. */
    private final LoadingCache<UUID, EmployerView> employers;

    /** @param employers asked for late: the entity manager that they need is made after this */
    ListingDocument(ObjectProvider<Employers> employers, ClearanceCatalogue catalogue, JsonMapper json, Clock clock) {
        this.catalogue = catalogue;
        this.json = json;
        this.clock = clock;
        this.employers = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofMinutes(1))
                .build(id -> employers.getObject().byId(id).orElseThrow());
    }

    @Override
    public void bind(TypeBindingContext context) {
        for (String property : DRAWN_FROM) {
            context.dependencies().use(property);
        }
        var schema = context.indexSchemaElement();
        text(schema, ListingFields.TEXT, TermVector.YES);
        text(schema, ListingFields.TITLE, TermVector.NO);
        exact(schema, ListingFields.TITLE_EXACT);
        exact(schema, ListingFields.EMPLOYER_EXACT);
        exact(schema, ListingFields.DESCRIPTION_EXACT);
        value(schema, ListingFields.CLEARANCE);
        value(schema, ListingFields.REQUIREMENT);
        value(schema, ListingFields.POLYGRAPH);
        value(schema, ListingFields.WORKPLACE);
        value(schema, ListingFields.EMPLOYMENT);
        value(schema, ListingFields.EMPLOYER);
        value(schema, ListingFields.EMPLOYER_LABEL);
        schema.field(ListingFields.CLEARANCE_REQUIRED, field -> field.asBoolean())
                .toReference();
        schema.field(
                        ListingFields.PAY,
                        field -> field.asLong().sortable(Sortable.YES).aggregable(Aggregable.YES))
                .toReference();
        schema.field(
                        ListingFields.POSTED,
                        field -> field.asInstant().sortable(Sortable.YES).aggregable(Aggregable.YES))
                .toReference();
        schema.field(ListingFields.ENDS, field -> field.asInstant()).toReference();
        schema.field(ListingFields.POINT, field -> field.asGeoPoint().sortable(Sortable.YES))
                .toReference();
        schema.field(ListingFields.ORDER, field -> field.asString().sortable(Sortable.YES))
                .toReference();
        schema.field(ListingFields.SAMPLE, field -> field.asString()).toReference();
        schema.field(
                        ListingFields.CARD,
                        field -> field.asString().searchable(Searchable.NO).projectable(Projectable.YES))
                .toReference();
        context.bridge(Listing.class, this);
    }

    /** @param vector whether the words of one listing can be read again: that is how alerts find who looks for it */
    private static void text(IndexSchemaElement schema, String name, TermVector vector) {
        schema.field(
                        name,
                        field -> field.asString()
                                .termVector(vector)
                                .analyzer(TextAnalysis.ENGLISH)
                                .searchAnalyzer(TextAnalysis.ENGLISH_WITH_SYNONYMS))
                .toReference();
    }

    private static void exact(IndexSchemaElement schema, String name) {
        schema.field(
                        name,
                        field -> field.asString().analyzer(TextAnalysis.EXACT).termVector(TermVector.YES))
                .toReference();
    }

    private static void value(IndexSchemaElement schema, String name) {
        schema.field(name, field -> field.asString().aggregable(Aggregable.YES)).toReference();
    }

    @Override
    public void write(DocumentElement document, Listing listing, TypeBridgeWriteContext context) {
        var view = listing.view(clock.instant());
        var content = view.content();
        var employer = requireNonNull(employers.get(view.employerId()));
        var key = content.clearance().key();
        var description = content.description() == null ? "" : Markdown.toText(content.description());
        var badge = catalogue.badge(key);

        document.addValue(ListingFields.TEXT, everything(content, employer, badge, description));
        document.addValue(ListingFields.TITLE, content.title());
        document.addValue(ListingFields.TITLE_EXACT, content.title());
        document.addValue(ListingFields.EMPLOYER_EXACT, employer.name());
        document.addValue(ListingFields.DESCRIPTION_EXACT, description);
        document.addValue(ListingFields.CLEARANCE, key.format());
        document.addValue(
                ListingFields.CLEARANCE_REQUIRED,
                key.level() != null && !content.clearance().isPreferred());
        document.addValue(
                ListingFields.REQUIREMENT,
                RequirementSignature.of(content.clearance()).value());
        document.addValue(
                ListingFields.POLYGRAPH, content.clearance().polygraph().name());
        document.addValue(
                ListingFields.WORKPLACE,
                content.workplace() == null ? null : content.workplace().name());
        document.addValue(
                ListingFields.EMPLOYMENT,
                content.employmentType() == null
                        ? null
                        : content.employmentType().name());
        document.addValue(ListingFields.EMPLOYER, employer.slug());
        document.addValue(ListingFields.EMPLOYER_LABEL, employer.slug() + '\t' + employer.name());
        content.pay()
                .filter(pay -> pay.currency().equals(Pay.USD))
                .ifPresent(pay -> document.addValue(ListingFields.PAY, pay.yearlyMax()));
        document.addValue(ListingFields.POSTED, view.postedAt());
        document.addValue(ListingFields.ENDS, view.endsAt());
        var place = content.place();
        if (place != null) {
            document.addValue(ListingFields.POINT, GeoPoint.of(place.latitude(), place.longitude()));
        }
        document.addValue(ListingFields.ORDER, view.id().toString());
        if (Sample.has(view.id())) {
            document.addValue(ListingFields.SAMPLE, Sample.TAKEN);
        }
        document.addValue(ListingFields.CARD, json.writeValueAsString(card(view, employer, description)));
    }

    private static String everything(
            ListingDraft content, EmployerView employer, ClearanceBadge badge, String description) {
        var place = content.place();
        return String.join(
                " \n",
                content.title(),
                employer.name(),
                place == null ? "" : place.label(),
                content.workplace() == Workplace.REMOTE ? "remote" : "",
                badge.label(),
                badge.shortLabel(),
                description);
    }

    private static ListingCard card(ListingView view, EmployerView employer, String description) {
        var content = view.content();
        var place = content.place();
        var clearance = content.clearance();
        var pay = content.pay();
        return new ListingCard(
                view.id(),
                view.slug(),
                content.title(),
                employer.name(),
                employer.slug(),
                place == null ? null : place.label(),
                place == null ? null : place.latitude(),
                place == null ? null : place.longitude(),
                content.workplace(),
                content.employmentType(),
                clearance.key().format(),
                clearance.isPreferred(),
                clearance.interimAccepted(),
                clearance.willSponsor(),
                clearance.polygraph(),
                pay.map(Pay::min).orElse(null),
                pay.map(Pay::max).orElse(null),
                content.payCurrency().getCurrencyCode(),
                content.payPeriod(),
                requireNonNull(view.postedAt()),
                requireNonNull(view.confirmedAt()),
                requireNonNull(view.endsAt()),
                view.zone().getId(),
                summary(description));
    }

    /** Cut at the end of a word. */
    static String summary(String description) {
        String line = description.replaceAll("\\s+", " ").strip();
        if (line.length() <= SUMMARY) {
            return line;
        }
        int space = line.lastIndexOf(' ', SUMMARY);
        int end = space > SUMMARY / 2 ? space : line.offsetByCodePoints(0, line.codePointCount(0, SUMMARY));
        return line.substring(0, end) + " …";
    }
}
