/** What {@code gatepost.demo=true} adds: demo people, listings and candidates, and a mailbox that shows the mails that were written. */
@NullMarked
@ApplicationModule
package net.gatepost.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
