package net.gatepost.account;

import java.util.Set;
import java.util.UUID;
import net.gatepost.web.Role;

/** How a module below adds roles that follow from its data. Asked with every request of a signed-in person: be quick. */
public interface RoleSource {

    Set<Role> rolesOf(UUID accountId);
}
