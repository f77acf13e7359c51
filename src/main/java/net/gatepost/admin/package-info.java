/** The administrator's desk: what waits for a decision, with the way there. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"account", "audit", "candidate", "employer", "mail", "mailinglist", "moderation", "web"})
package net.gatepost.admin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
