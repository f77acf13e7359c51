package net.gatepost.job.web;

import org.jspecify.annotations.Nullable;

/**
 * What a listing honestly says about its own age. Dates with their year; the end with the zone it is reckoned in.
 *
 * @param posted null for a draft that is previewed
 * @param ends null for a draft that names no last day yet
 */
public record HonestLine(
        @Nullable String posted,
        @Nullable String confirmed,
        @Nullable String ends) {}
