package net.gatepost.employer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides by.
 *
 * @param atDomain the confirmed addresses at its domain; without one it can't be accepted
 * @param looksLike verified ones whose name or domain is about one letter away, or looks the same
 * @param approvals how many administrators have accepted it as it stands, of how many
 * @param sameName others, of any status, whose name differs at most in case, punctuation or legal form; at most a few
 * @param history what was done before, the newest first
 */
public record EmployerEvidence(
        EmployerView employer,
        List<Person> recruiters,
        List<String> atDomain,
        List<EmployerView> looksLike,
        Approvals approvals,
        List<EmployerView> sameName,
        List<Act> history) {

    /** @param yours whether the one who looks has accepted it already */
    public record Approvals(int given, int needed, boolean yours) {}

    /**
     * One who recruits for it.
     *
     * @param atDomain whether the address, which its owner confirmed, belongs to the employer's domain
     */
    public record Person(String name, String email, boolean atDomain, boolean owner, Instant since) {}

    /** @param actor by name; null for the site itself or somebody whose account is gone */
    public record Act(Instant at, @Nullable String actor, String action, String detail) {}
}
