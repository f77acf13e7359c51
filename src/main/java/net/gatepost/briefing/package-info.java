/** The news desk: briefings on defence and intelligence, from an editor's draft to the page that everybody reads. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "audit",
            "clearance",
            "employer",
            "fetch",
            "index",
            "job",
            "job::search",
            "job::web",
            "place",
            "spill",
            "web"
        })
package net.gatepost.briefing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
