/** Holds the search index against the database that it follows, and mends it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command", "web"})
package net.gatepost.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
