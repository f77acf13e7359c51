/** The mailing list: subscribers, how an address joins with proof, and how it leaves for good. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "audit", "clearance", "mail", "place", "web"})
package net.gatepost.mailinglist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
