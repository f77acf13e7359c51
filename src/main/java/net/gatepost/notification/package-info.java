/** What a member should know: shown on their desk, and mailed at once, in a daily digest or not at all, as they want it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"account", "mail", "web"})
package net.gatepost.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
