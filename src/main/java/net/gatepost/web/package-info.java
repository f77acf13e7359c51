/** What every screen uses: the viewer, rejected forms, limits, paging. Knows no feature. */
@NullMarked
@ApplicationModule(allowedDependencies = {"keys", "spill"})
package net.gatepost.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
