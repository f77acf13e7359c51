package net.gatepost.job.search;

/** A circle on the map: degrees north and east, and its radius. */
public record Near(double latitude, double longitude, int miles) {}
