/** Issues of the mailing list: composing, scheduling, sending each subscriber each issue, digests and the archive. */
@NullMarked
@NamedInterface("issue")
package net.gatepost.mailinglist.issue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
