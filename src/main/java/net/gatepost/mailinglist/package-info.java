/** The mailing list: subscribers, how an address joins with proof and leaves for good, and the issues that are sent to them. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "briefing",
            "clearance",
            "job",
            "job :: search",
            "job :: web",
            "mail",
            "place",
            "web"
        })
package net.gatepost.mailinglist;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
