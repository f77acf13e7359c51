/** Feeds that an editor has fetched: they bring headlines with their sources, as drafts and never as anything else. */
@NullMarked
package net.gatepost.briefing.feed;

import org.jspecify.annotations.NullMarked;
