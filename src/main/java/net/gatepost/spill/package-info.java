/** The spill guard: tells text that carries a classification or control marking, before anything keeps it. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package net.gatepost.spill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
