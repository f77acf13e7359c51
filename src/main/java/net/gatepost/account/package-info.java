/** People who sign in: joining, confirmation, sign-in, passphrases; how others add to a person's roles, export and erasure. */
@NullMarked
@ApplicationModule(allowedDependencies = {"audit", "command", "keys", "mail", "web"})
package net.gatepost.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
