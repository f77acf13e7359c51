package net.gatepost.place;

/** A distance over the ground, along a great circle of a round earth: within 0.5 % of the true one. */
public record Distance(double miles) implements Comparable<Distance> {

    private static final double EARTH_RADIUS_MILES = 3958.7613;
    private static final double KILOMETERS_PER_MILE = 1.609344;

    public Distance {
        if (!(miles >= 0)) {
            throw new IllegalArgumentException("A distance is not negative: " + miles);
        }
    }

    /** The distance between two points, in degrees north and east. */
    public static Distance between(double fromLatitude, double fromLongitude, double toLatitude, double toLongitude) {
        double north = haversine(Math.toRadians(toLatitude - fromLatitude));
        double east = haversine(Math.toRadians(toLongitude - fromLongitude));
        double chord = north + Math.cos(Math.toRadians(fromLatitude)) * Math.cos(Math.toRadians(toLatitude)) * east;
        // Rounding may lift antipodes a hair above 1, where the arcsine has no value.
        return new Distance(2 * EARTH_RADIUS_MILES * Math.asin(Math.sqrt(Math.min(1, chord))));
    }

    public double kilometers() {
        return miles * KILOMETERS_PER_MILE;
    }

    @Override
    public int compareTo(Distance other) {
        return Double.compare(miles, other.miles);
    }

    private static double haversine(double angle) {
        double half = Math.sin(angle / 2);
        return half * half;
    }
}
