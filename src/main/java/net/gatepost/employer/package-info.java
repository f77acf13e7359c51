/** Employers: registering one, an administrator's decision whether it is who it says, and who recruits for it. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "mail", "audit", "account"})
package net.gatepost.employer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
