/**
 * Opens files that strangers made. Runs in a process of its own, which may be killed, and knows neither Spring nor the
 * database.
 */
@NullMarked
package net.gatepost.candidate.resume.reader;

import org.jspecify.annotations.NullMarked;
