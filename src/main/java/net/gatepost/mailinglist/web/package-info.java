/** The pages of the mailing list: joining, confirming, choosing topics, leaving, and the administrator's view. */
@NullMarked
package net.gatepost.mailinglist.web;

import org.jspecify.annotations.NullMarked;
