package net.gatepost.briefing;

import net.gatepost.job.search.TextAnalysis;
import net.gatepost.web.Markdown;
import org.hibernate.search.engine.backend.document.DocumentElement;
import org.hibernate.search.engine.backend.document.model.dsl.IndexSchemaElement;
import org.hibernate.search.engine.backend.types.Projectable;
import org.hibernate.search.engine.backend.types.Sortable;
import org.hibernate.search.mapper.pojo.bridge.TypeBridge;
import org.hibernate.search.mapper.pojo.bridge.binding.TypeBindingContext;
import org.hibernate.search.mapper.pojo.bridge.mapping.programmatic.TypeBinder;
import org.hibernate.search.mapper.pojo.bridge.runtime.TypeBridgeWriteContext;
import org.springframework.stereotype.Component;

/** What the search index holds of a briefing; {@link BriefingFields} says what each field is for. */
@Component
class BriefingDocument implements TypeBinder, TypeBridge<Briefing> {

    /** What a change of makes the document another one. */
    private static final String[] DRAWN_FROM = {
        "topic", "headline", "summary", "body", "development", "placeLabel", "sourceName", "tags", "publishedAt"
    };

    @Override
    public void bind(TypeBindingContext context) {
        for (String property : DRAWN_FROM) {
            context.dependencies().use(property);
        }
        var schema = context.indexSchemaElement();
        text(schema, BriefingFields.TEXT);
        text(schema, BriefingFields.HEADLINE);
        schema.field(BriefingFields.EXACT, field -> field.asString().analyzer(TextAnalysis.EXACT))
                .toReference();
        schema.field(BriefingFields.TOPIC, field -> field.asString()).toReference();
        schema.field(BriefingFields.PUBLISHED, field -> field.asInstant().sortable(Sortable.YES))
                .toReference();
        schema.field(
                        BriefingFields.ORDER,
                        field -> field.asString().sortable(Sortable.YES).projectable(Projectable.YES))
                .toReference();
        context.bridge(Briefing.class, this);
    }

    private static void text(IndexSchemaElement schema, String name) {
        schema.field(
                        name,
                        field -> field.asString()
                                .analyzer(TextAnalysis.ENGLISH)
                                .searchAnalyzer(TextAnalysis.ENGLISH_WITH_SYNONYMS))
                .toReference();
    }

    @Override
    public void write(DocumentElement document, Briefing briefing, TypeBridgeWriteContext context) {
        var view = briefing.toView();
        var content = view.content();
        String everything = String.join(
                " \n",
                content.headline(),
                content.summary(),
                content.topic().replace('-', ' '),
                content.place(),
                content.source().name(),
                String.join(" \n", content.tags()),
                Markdown.toText(content.body()),
                Markdown.toText(content.development()));
        document.addValue(BriefingFields.TEXT, everything);
        document.addValue(BriefingFields.HEADLINE, content.headline());
        document.addValue(BriefingFields.EXACT, everything);
        document.addValue(BriefingFields.TOPIC, content.topic());
        document.addValue(BriefingFields.PUBLISHED, view.publishedAt());
        document.addValue(BriefingFields.ORDER, view.id().toString());
    }
}
