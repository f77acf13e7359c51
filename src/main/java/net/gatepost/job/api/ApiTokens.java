package net.gatepost.job.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.gatepost.account.Accounts;
import net.gatepost.audit.Audit;
import net.gatepost.employer.EmployerView;
import net.gatepost.employer.Employers;
import net.gatepost.employer.Team;
import net.gatepost.mail.Mails;
import net.gatepost.web.NotFound;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The tokens of an employer's programs. All its recruiters see them, and each may revoke any: a leaked one should not wait for
 * who made it. Making one is mailed to its maker and to the owners.
 */
@Service
@Transactional
class ApiTokens {

    /** Of one employer, good ones. */
    static final int MOST = 20;

    private static final String SUBJECT = "api-token";

    private final ApiTokenRepository tokens;
    private final Employers employers;
    private final Team team;
    private final Accounts accounts;
    private final Audit audit;
    private final Mails mails;
    private final Clock clock;

    ApiTokens(
            ApiTokenRepository tokens,
            Employers employers,
            Team team,
            Accounts accounts,
            Audit audit,
            Mails mails,
            Clock clock) {
        this.tokens = tokens;
        this.employers = employers;
        this.team = team;
        this.accounts = accounts;
        this.audit = audit;
        this.mails = mails;
        this.clock = clock;
    }

    /** @param works whether its maker still recruits for the employer */
    record Row(
            UUID id,
            String name,
            Set<Scope> scopes,
            String maker,
            boolean works,
            Instant madeAt,
            @Nullable Instant endsAt,
            @Nullable LocalDate lastUsedOn) {

        /** Without the maker's name. */
        @Override
        public String toString() {
            return "Row[" + id + "]";
        }
    }

    /**
     * Those that were neither revoked nor have ended, the newest first.
     *
     * @throws NotFound unless the viewer recruits for the employer
     */
    @Transactional(readOnly = true)
    public List<Row> of(Viewer viewer, UUID employerId) {
        employers.requireActingFor(viewer, employerId);
        var names = team.names(employerId);
        return tokens.goodOf(employerId, clock.instant(), Limit.of(MOST)).stream()
                .map(token -> new Row(
                        token.id(),
                        token.name(),
                        token.scopes(),
                        names.getOrDefault(token.accountId(), ""),
                        names.containsKey(token.accountId()),
                        token.madeAt(),
                        token.endsAt(),
                        token.lastUsedOn()))
                .toList();
    }

    /**
     * Makes one. Its secret is in no other place than what this returns.
     *
     * @param submissionId names the form, so that sending it twice makes one token
     * @throws NotFound unless the viewer recruits for the employer
     * @throws TokenRefused where the employer is not verified, has too many, or that form has made one
     */
    public TokenSecret make(Viewer viewer, UUID employerId, UUID submissionId, NewToken wanted) {
        var employer = employers.requireActingFor(viewer, employerId);
        var now = clock.instant();
        if (!employer.isVerified()) {
            throw new TokenRefused("token.refused.unverified");
        }
        if (tokens.existsByAccountIdAndSubmissionId(viewer.id(), submissionId)) {
            throw new TokenRefused("token.refused.repeated");
        }
        if (tokens.goodOf(employerId, now, Limit.of(MOST)).size() >= MOST) {
            throw new TokenRefused("token.refused.many");
        }
        var secret = TokenSecret.fresh();
        var token = new ApiToken(employerId, viewer.id(), submissionId, wanted, secret, now);
        try {
            tokens.saveAndFlush(token);
        } catch (DataIntegrityViolationException repeated) {
            throw new TokenRefused("token.refused.repeated");
        }
        audit.record(viewer.id(), "api-token.made", SUBJECT, token.id(), "for employer " + employerId);
        tell(viewer, employer);
        return secret;
    }

    /**
     * From the next request it is good for nothing. Does nothing to one that was revoked before.
     *
     * @throws NotFound where there is none such, or the viewer does not recruit for its employer
     */
    public void revoke(Viewer viewer, UUID employerId, UUID tokenId) {
        employers.requireActingFor(viewer, employerId);
        var token = tokens.findByIdAndEmployerId(tokenId, employerId).orElseThrow(NotFound::new);
        if (token.revokedAt() == null) {
            token.revoke(clock.instant());
            audit.record(viewer.id(), "api-token.revoked", SUBJECT, tokenId, "");
        }
    }

    /** Who shows this; empty where it is good for nothing, for whatever reason. */
    public Optional<ApiCaller> caller(TokenSecret secret) {
        var now = clock.instant();
        var good = tokens.findByHash(secret.hash())
                .filter(token -> token.isGood(now))
                .filter(token -> employers.recruitsFor(token.accountId(), token.employerId()))
                .filter(token -> employers.isVerified(token.employerId()))
                .filter(token -> !accounts.contacts(List.of(token.accountId())).isEmpty());
        good.ifPresent(token -> tokens.used(token.id(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
        return good.map(token -> new ApiCaller(token.id(), token.employerId(), token.accountId(), token.scopes()));
    }

    private void tell(Viewer maker, EmployerView employer) {
        var told = new HashSet<UUID>();
        told.add(maker.id());
        team.roster(maker, employer.id()).colleagues().stream()
                .filter(Team.Colleague::owner)
                .forEach(owner -> told.add(owner.accountId()));
        // Without a name: whose token it is stands on the page, and a mail outlives whoever it names.
        accounts.contacts(told)
                .values()
                .forEach(contact ->
                        mails.send(Mails.Letter.of("job/mail-token", contact.email(), Map.of("employer", employer))
                                .subjectArguments(employer.name())));
    }
}
