/** What members keep: saved listings, and saved searches with the mails that tell of new listings. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "candidate",
            "clearance",
            "employer",
            "job",
            "job :: search",
            "job :: web",
            "mail",
            "web"
        })
package net.gatepost.alert;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
