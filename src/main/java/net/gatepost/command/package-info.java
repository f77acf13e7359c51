/** What the jar does instead of serving pages, when it is given a command's name. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package net.gatepost.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
