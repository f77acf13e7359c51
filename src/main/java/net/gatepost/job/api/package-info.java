/** Listings for programs: what is live to anybody, and to an employer's own programs what it publishes. */
@NullMarked
@NamedInterface("api")
package net.gatepost.job.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
