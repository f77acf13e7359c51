/**
 * Listings that an employer brings in from elsewhere, as an XML feed or a CSV file: read and looked through first, then handled
 * row by row, so that a crash goes on where it was and a broken row stops nothing but itself.
 */
@NullMarked
package net.gatepost.job.importing;

import org.jspecify.annotations.NullMarked;
