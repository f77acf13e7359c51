/** Gatepost, a career network for people who hold a security clearance. */
@NullMarked
package net.gatepost;

import org.jspecify.annotations.NullMarked;
