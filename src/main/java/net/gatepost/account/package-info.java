/** People who sign in: joining, confirmation, sign-in, passphrases; how others add to a person's roles. */
@NullMarked
@ApplicationModule(allowedDependencies = {"web", "mail"})
package net.gatepost.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
