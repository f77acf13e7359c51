package net.gatepost.candidate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the résumé's page sends beside the file, which is no text and so no part of it.
 *
 * @param file never filled: the field beside which is said what is wrong with the file
 * @param skills of those suggested, the ones to add
 */
record ResumeForm(@Nullable String file, @Nullable List<String> skills) {

    static final ResumeForm EMPTY = new ResumeForm(null, null);
}
