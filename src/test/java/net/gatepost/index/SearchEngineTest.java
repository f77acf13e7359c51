package net.gatepost.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchEngineTest {

    private static final String BACKEND = "hibernate.search.backend.";

    private static SearchEngine at(String addresses) {
        return new SearchEngine(Path.of("data"), addresses, "staging");
    }

    private static Map<String, Object> settings(SearchEngine engine) {
        var settings = new HashMap<String, Object>();
        engine.customize(settings);
        return settings;
    }

    @Test
    void withoutAnAddressLuceneKeepsTheIndexInTheDataFolder() {
        assertThat(at(" ").isShared()).isFalse();
        assertThat(settings(at("")))
                .containsEntry(
                        BACKEND + "directory.root", Path.of("data", "index").toString())
                .containsEntry(BACKEND + "type", "lucene");
    }

    @Test
    void theAddressesOfAClusterAreEnoughToShareItsIndexes() {
        var engine = at("https://search-1.example:9200, https://search-2.example:9200");

        assertThat(engine.isShared()).isTrue();
        assertThat(settings(engine))
                .containsEntry(BACKEND + "type", "elasticsearch")
                .doesNotContainKey(BACKEND + "directory.root");
    }

    @Test
    void twoSitesOnOneClusterHaveIndexesOfTheirOwn() {
        var names = (IndexLayoutStrategy)
                requireNonNull(settings(at("http://localhost:9200")).get(BACKEND + "layout.strategy"));

        assertThat(names.createInitialElasticsearchIndexName("listing-4")).isEqualTo("staging-listing-4-000001");
        assertThat(names.createReadAlias("listing-4")).isEqualTo("staging-listing-4-read");
        assertThat(names.createWriteAlias("listing-4")).isEqualTo("staging-listing-4-write");
        assertThat(names.extractUniqueKeyFromElasticsearchIndexName("staging-listing-4-000001"))
                .isEqualTo(names.extractUniqueKeyFromHibernateSearchIndexName("listing-4"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"search-1:9200", "ftp://search-1", "http://", "http://search-1:9200,search-2", "http://a/b"})
    void whatIsNoAddressIsRefusedWithAnExampleOfOne(String wrong) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> at(wrong))
                .withMessageContaining("gatepost.search.opensearch")
                .withMessageContaining("http://search-1:9200");
    }
}
