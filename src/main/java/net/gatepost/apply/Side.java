package net.gatepost.apply;

/** Who takes a step. */
public enum Side {
    MEMBER,
    EMPLOYER
}
