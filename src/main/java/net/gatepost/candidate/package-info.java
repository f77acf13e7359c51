/** Cleared profiles: what members say of themselves for work, sealed unless they say otherwise. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"account", "clearance", "employer", "index", "keys", "notification", "place", "web"})
package net.gatepost.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
