/** The keys that what is stored is encrypted with: kept outside the database, and changed by a command. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command"})
package net.gatepost.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
