/** Applications to listings and their stages; who goes to apply elsewhere. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "candidate",
            "candidate::resume",
            "clearance",
            "employer",
            "job",
            "job::search",
            "job::web",
            "notification",
            "web"
        })
package net.gatepost.apply;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
