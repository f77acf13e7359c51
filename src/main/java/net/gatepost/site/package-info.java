/** The site as a whole: the security chain, home, error pages, machine addresses, start-up. */
@NullMarked
@ApplicationModule
package net.gatepost.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
