/** One way to send a mail: it is queued in the caller's transaction and leaves only if that commits. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web"})
package net.gatepost.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
