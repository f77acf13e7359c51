/** Looking after the list: bringing one in, taking it out, how it does over time, and whether its mails will arrive. */
@NullMarked
package net.gatepost.mailinglist.keeping;

import org.jspecify.annotations.NullMarked;
