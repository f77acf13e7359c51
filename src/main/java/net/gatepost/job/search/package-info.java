/** Finding listings: what the index holds of one, how a text is read, filters, facets and pages. */
@NullMarked
@NamedInterface("search")
package net.gatepost.job.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
