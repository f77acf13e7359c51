package net.gatepost.index;

import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.hibernate.autoconfigure.HibernatePropertiesCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the search index is kept by: Lucene in this process, or an OpenSearch that several processes share. The indexes, their
 * fields and what is asked of them are the same.
 */
@Component
public class SearchEngine implements HibernatePropertiesCustomizer {

    private static final String BACKEND = "hibernate.search.backend.";

    private final Path folder;
    private final List<String> addresses;
    private final String prefix;

    /**
     * @param addresses of OpenSearch, separated by commas, each with http or https; none for Lucene
     * @throws IllegalArgumentException if one of them is no such address
     */
    SearchEngine(
            @Value("${gatepost.data}") Path data,
            @Value("${gatepost.search.opensearch:}") String addresses,
            @Value("${gatepost.search.prefix}") String prefix) {
        this.folder = data.resolve("index");
        this.addresses = addresses.isBlank()
                ? List.of()
                : Arrays.stream(addresses.split(",")).map(String::strip).toList();
        this.prefix = prefix;
        this.addresses.forEach(SearchEngine::check);
    }

    private static void check(String address) {
        if (!address.matches("https?://[^/?#@\\s]+/?") || URI.create(address).getHost() == null) {
            throw new IllegalArgumentException("gatepost.search.opensearch must hold addresses like"
                    + " http://search-1:9200,http://search-2:9200; this is none: " + address);
        }
    }

    /** Whether other processes search and change the same index, in an OpenSearch of their own. */
    public boolean isShared() {
        return !addresses.isEmpty();
    }

    @Override
    public void customize(Map<String, Object> properties) {
        if (isShared()) {
            properties.put(BACKEND + "type", "elasticsearch");
            properties.put(BACKEND + "uris", addresses);
            properties.put(BACKEND + "layout.strategy", new Prefixed(prefix));
        } else {
            properties.put(BACKEND + "type", "lucene");
            properties.put(BACKEND + "directory.root", folder.toString());
            properties.put(BACKEND + "lucene_version", "LATEST");
        }
    }

    /** Several sites can share an OpenSearch: each names its own by a prefix. */
    private record Prefixed(String prefix) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String index) {
            return prefix + '-' + index + "-000001";
        }

        @Override
        public String createWriteAlias(String index) {
            return prefix + '-' + index + "-write";
        }

        @Override
        public String createReadAlias(String index) {
            return prefix + '-' + index + "-read";
        }

        @Override
        public String extractUniqueKeyFromHibernateSearchIndexName(String index) {
            return index;
        }

        @Override
        public String extractUniqueKeyFromElasticsearchIndexName(String name) {
            return name.substring(prefix.length() + 1, name.lastIndexOf('-'));
        }
    }
}
