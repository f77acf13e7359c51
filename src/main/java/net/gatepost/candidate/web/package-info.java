/** The pages on which members keep their cleared profile. */
@NullMarked
package net.gatepost.candidate.web;

import org.jspecify.annotations.NullMarked;
