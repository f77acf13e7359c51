/** Copies of the database that were looked through while they were made, and how the site is brought back from one. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command", "web"})
package net.gatepost.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
