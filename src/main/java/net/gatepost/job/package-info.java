/** Listings: one job as published, from draft to closed; how it is shown, found and kept honest. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "candidate",
            "candidate::resume",
            "clearance",
            "employer",
            "fetch",
            "index",
            "mail",
            "place",
            "spill",
            "web"
        })
package net.gatepost.job;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
