/** What keeps the search index, here or in an OpenSearch; its building, and holding it against the database that it follows. */
@NullMarked
@ApplicationModule(allowedDependencies = {"command", "web"})
package net.gatepost.index;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
