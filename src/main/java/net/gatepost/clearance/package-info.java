/**
 * Clearances as people hold them and as listings ask for them: the catalogue of schemes and levels, the status that
 * follows from dates, and whether what is held satisfies what is asked. Pure: no clock, no database, no framework.
 */
@ApplicationModule(
        displayName = "Clearance",
        allowedDependencies = {})
@NullMarked
package net.gatepost.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
