/** Who did what to whom: entries that are added in the caller's transaction and never changed. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command"})
package net.gatepost.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
