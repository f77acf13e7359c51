/** The pictures of briefings: made anew from what an editor sends, with words for whoever does not see them. */
@NullMarked
package net.gatepost.briefing.image;

import org.jspecify.annotations.NullMarked;
