/** Finding members who let themselves be found: what the index holds of one, and how it is asked. */
@NullMarked
@NamedInterface("search")
package net.gatepost.candidate.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
