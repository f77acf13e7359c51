/** The member's desk: brings together what other modules know of one person; has no rules of its own. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "alert",
            "apply",
            "candidate",
            "candidate::resume",
            "employer",
            "notification",
            "web"
        })
package net.gatepost.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
