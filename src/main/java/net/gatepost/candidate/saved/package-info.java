/** Searches for members that recruiters keep, and the notices that tell them of who is new. */
@NullMarked
package net.gatepost.candidate.saved;

import org.jspecify.annotations.NullMarked;
