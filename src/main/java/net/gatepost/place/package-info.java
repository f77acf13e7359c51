/** The gazetteer: towns, bases and ZIP codes, where they lie, how far apart, and when their day ends. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package net.gatepost.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
