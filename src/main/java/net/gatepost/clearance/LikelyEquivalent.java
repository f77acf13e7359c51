package net.gatepost.clearance;

/**
 * A level of another scheme that a holder may well be accepted for. It is never the same level: it opens a way
 * (a crossover), so it only ever leads to "could meet".
 */
public record LikelyEquivalent(LevelCode level, String reason) {}
