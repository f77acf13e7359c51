/** The pages of briefings: those that everybody reads, and the editor's desk. */
@NullMarked
@NamedInterface("web")
package net.gatepost.briefing.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
