/** Résumés: read in a process of their own, cleaned, kept encrypted, handed out to whom their owner lets in. */
@NullMarked
@NamedInterface("resume")
package net.gatepost.candidate.resume;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
