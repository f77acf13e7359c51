package net.gatepost.alert.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import net.gatepost.alert.Often;
import net.gatepost.alert.SavedSearches;
import net.gatepost.alert.SearchView;
import org.jspecify.annotations.Nullable;

/** What a saved search is called, and how often it tells of new listings. */
record SearchForm(
        @NotBlank(message = "{alert.search.name.missing}")
        @Size(max = SavedSearches.LONGEST_NAME, message = "{alert.search.name.long}")
        @Pattern(regexp = ONE_LINE, message = "{alert.search.name.control}")
        @Nullable
        String name,

        @NotNull(message = "{alert.search.often.missing}")
        @Pattern(regexp = "AT_ONCE|DAILY|WEEKLY|OFF", message = "{alert.search.often.missing}")
        @Nullable
        String often) {

    /** Nothing that can't be seen, and no signs that turn the direction of writing. */
    private static final String ONE_LINE = "[^\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]*";

    static SearchForm of(SearchView search) {
        return new SearchForm(search.name(), search.often().name());
    }

    String typedName() {
        return name == null ? "" : name.strip();
    }

    Often chosenOften() {
        return often == null ? Often.OFF : Often.valueOf(often);
    }

    /** Withheld: what somebody looks for is theirs. */
    @Override
    public String toString() {
        return "SearchForm[withheld]";
    }
}
