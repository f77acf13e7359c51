package net.gatepost.alert.web;

import java.util.List;
import net.gatepost.alert.SearchView;

/**
 * A saved search in words.
 *
 * @param filters its words and filters, each in words
 * @param live how many listings it finds now, in words
 * @param often how often it tells of new ones, in words
 * @param path where the search page shows it
 */
record SearchRow(SearchView search, List<String> filters, String live, String often, String path) {

    SearchRow {
        filters = List.copyOf(filters);
    }
}
