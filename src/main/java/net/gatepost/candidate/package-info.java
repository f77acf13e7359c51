/** Cleared profiles: what members say of themselves for work, sealed unless they say otherwise. */
@NullMarked
@ApplicationModule(allowedDependencies = {"clearance", "employer", "place", "web"})
package net.gatepost.candidate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
