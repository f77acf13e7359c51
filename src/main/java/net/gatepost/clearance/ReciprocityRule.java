package net.gatepost.clearance;

/**
 * What may stop one agency from accepting another's clearance as it is: an investigation older than a number of
 * years, an interim, a polygraph that the new work needs and that hasn't been sat.
 *
 * @param source where it is written; for the United States, Security Executive Agent Directive 7 and ODNI's checklist
 *     of permitted exceptions
 */
public record ReciprocityRule(String name, int investigationYears, String source) {}
