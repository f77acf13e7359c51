/** Issues of the mailing list: composing, scheduling, sending each subscriber each issue, digests and the archive. */
@NullMarked
package net.gatepost.mailinglist.issue;

import org.jspecify.annotations.NullMarked;
