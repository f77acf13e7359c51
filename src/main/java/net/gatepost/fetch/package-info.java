/** Reads what stands at an address that somebody else has named, without being led into the network that this runs in. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package net.gatepost.fetch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
