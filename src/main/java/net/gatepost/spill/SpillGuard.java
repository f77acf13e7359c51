package net.gatepost.spill;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells text that carries a classification or control marking. It guards against mistakes (a paragraph pasted from the
 * wrong window), and against the usual ways of dressing a marking up; not against somebody who describes a secret in plain words.
 * Looks at every character a bounded number of times, whatever the text; safe for many threads.
 */
public final class SpillGuard {

    private final Banners banners = new Banners();
    private final Pages pages = new Pages();
    private final AuthorityBlocks authorityBlocks = new AuthorityBlocks();
    private final SocialSecurityNumbers socialSecurityNumbers = new SocialSecurityNumbers();

    /** What one field's text looks like; nothing at all is allowed. */
    public SpillReport inspect(@Nullable CharSequence text) {
        Set<MarkingKind> found = EnumSet.noneOf(MarkingKind.class);
        if (text != null && !text.isEmpty()) {
            String plain = PlainText.of(text);
            banners.find(plain, found);
            pages.find(plain, found);
            authorityBlocks.find(plain, found);
            socialSecurityNumbers.find(plain, found);
        }
        return SpillReport.of(found);
    }
}
