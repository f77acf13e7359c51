package net.gatepost.access;

import static net.gatepost.access.Outcome.ALLOWED;
import static net.gatepost.access.Outcome.FORBIDDEN;
import static net.gatepost.access.Outcome.NOT_FOUND;
import static net.gatepost.access.Outcome.SIGN_IN;

import java.util.EnumSet;
import java.util.Set;

/** The rules that a route may be declared under. */
enum Rule {
    /** Anybody. */
    PUBLIC(ALLOWED, ALLOWED, EnumSet.allOf(Who.class)),
    /** Nobody from outside: the security chain forwards to it. */
    NOBODY(NOT_FOUND, NOT_FOUND, EnumSet.noneOf(Who.class)),
    /** Whoever holds a link that was mailed; without a right one nobody. The matrix asks with a wrong one. */
    TOKEN(NOT_FOUND, NOT_FOUND, EnumSet.noneOf(Who.class)),
    /** Programs that show a token: nobody of the site, signed in or not. */
    BEARER(SIGN_IN, SIGN_IN, EnumSet.noneOf(Who.class)),
    /** Whoever a link was mailed for, signed in; without a right one nobody. The matrix asks with a wrong one. */
    OWN_TOKEN(SIGN_IN, NOT_FOUND, EnumSet.noneOf(Who.class)),
    /** Anybody who is signed in, each with what is theirs. */
    SIGNED_IN(SIGN_IN, ALLOWED, EnumSet.complementOf(EnumSet.of(Who.ANONYMOUS))),
    /** The member whose profile it belongs to. */
    OWN_PROFILE(SIGN_IN, NOT_FOUND, EnumSet.of(Who.MEMBER)),
    /** The member whose application it is. */
    OWN_APPLICATION(SIGN_IN, NOT_FOUND, EnumSet.of(Who.MEMBER)),
    /** Recruiters of the employer whose it is. */
    OWN_EMPLOYER(SIGN_IN, NOT_FOUND, EnumSet.of(Who.RECRUITER)),
    /** Recruiters of verified employers, whoever's. */
    VERIFIED_RECRUITERS(SIGN_IN, FORBIDDEN, EnumSet.of(Who.RECRUITER, Who.RIVAL)),
    /** The recruiter of a verified employer whose it is; others of them find nothing. */
    OWN_CANDIDATE_SEARCH(SIGN_IN, FORBIDDEN, EnumSet.of(Who.RECRUITER)) {
        @Override
        Outcome expected(Who who) {
            return who == Who.RIVAL ? NOT_FOUND : super.expected(who);
        }
    },
    /** Editors, and administrators, who may do what editors do. */
    EDITORS(SIGN_IN, FORBIDDEN, EnumSet.of(Who.EDITOR, Who.ADMINISTRATOR)),
    /** Administrators. */
    ADMINISTRATORS(SIGN_IN, FORBIDDEN, EnumSet.of(Who.ADMINISTRATOR));

    private final Outcome signedOut;
    private final Outcome others;
    private final Set<Who> allowed;

    Rule(Outcome signedOut, Outcome others, Set<Who> allowed) {
        this.signedOut = signedOut;
        this.others = others;
        this.allowed = allowed;
    }

    Outcome expected(Who who) {
        if (allowed.contains(who)) {
            return ALLOWED;
        }
        return who == Who.ANONYMOUS ? signedOut : others;
    }
}
