/** What members report, what administrators decide about it, and what an employer appeals against. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "candidate",
            "employer",
            "job",
            "job::web",
            "mail",
            "notification",
            "web"
        })
package net.gatepost.moderation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
