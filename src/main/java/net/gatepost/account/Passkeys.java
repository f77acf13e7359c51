package net.gatepost.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.gatepost.audit.Audit;
import net.gatepost.web.Network;
import net.gatepost.web.NotFound;
import net.gatepost.web.RateLimits;
import net.gatepost.web.SiteAddress;
import net.gatepost.web.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutablePublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Passkeys: keys in a person's device that open their account and nobody else's, and only to this site. The device asks its
 * owner first, by finger, face or PIN, so that showing one counts as both factors.
 *
 * <p>What an authenticator is asked and what it answers travel as the JSON that browsers know; an answer is good for the last
 * question of its session, once.
 */
@Service
@Transactional
public class Passkeys {

    /** Longest label. */
    public static final int LABEL = 60;

    /** So many has nobody use for. */
    static final int MOST = 20;

    private static final int PER_NETWORK = 100;

    private final PasskeyStore store;
    private final SecondFactors factors;
    private final AccountRepository accounts;
    private final RateLimits limits;
    private final SignInDelays delays;
    private final SecurityMails mails;
    private final SiteAddress site;
    private final Audit audit;
    private final PasskeyQuestions questions;
    private final Webauthn4JRelyingPartyOperations webAuthn;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(
            PasskeyStore store,
            SecondFactors factors,
            AccountRepository accounts,
            RateLimits limits,
            SignInDelays delays,
            SecurityMails mails,
            SiteAddress site,
            Audit audit,
            PasskeyQuestions questions) {
        this.store = store;
        this.factors = factors;
        this.accounts = accounts;
        this.limits = limits;
        this.delays = delays;
        this.mails = mails;
        this.site = site;
        this.audit = audit;
        this.questions = questions;
        this.webAuthn = new Webauthn4JRelyingPartyOperations(
                store,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(site.host())
                        .name("Gatepost")
                        .build(),
                Set.of(site.origin()));
        webAuthn.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        webAuthn.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
    }

    /**
     * One of a person's.
     *
     * @param usedAt null until it has signed its owner in
     * @param synced whether its owner's other devices may have it too
     */
    public record Passkey(
            UUID id,
            String label,
            Instant createdAt,
            @Nullable Instant usedAt,
            boolean synced) {}

    @Transactional(readOnly = true)
    public List<Passkey> of(Viewer viewer) {
        return store.of(viewer.id());
    }

    /** Whether to offer one on the desk: not to whoever has one, or has put the offer away. */
    @Transactional(readOnly = true)
    public boolean isOffered(Viewer viewer) {
        return store.isOffered(viewer.id()) && store.count(viewer.id()) == 0;
    }

    public void offerNoMore(Viewer viewer) {
        store.offerNoMore(viewer.id());
    }

    /** What to ask an authenticator for that is to make a new passkey. */
    public String askForNew(Confirmed confirmed, HttpServletRequest request) {
        var options = creation(confirmed);
        questions.ask(options.getChallenge(), true, request);
        return json.writeValueAsString(options);
    }

    /**
     * What to ask any authenticator for that has a passkey of somebody's. The same for everybody, so that it tells nothing of
     * who has one.
     */
    public String ask(HttpServletRequest request) {
        limits.take("passkey-asked", network(request).value(), PER_NETWORK, SignInDelays.LONGEST);
        var options =
                webAuthn.createCredentialRequestOptions(new ImmutablePublicKeyCredentialRequestOptionsRequest(null));
        questions.ask(options.getChallenge(), false, request);
        return json.writeValueAsString(options);
    }

    /** What became of an answer to {@link #askForNew}. */
    public sealed interface Added {

        /** @param codes the recovery codes, if it is the first second factor; nobody is ever told them again */
        record Done(List<String> codes) implements Added {
            @Override
            public String toString() {
                return "Done";
            }
        }

        /** It is no answer to what was asked last, or came too late. */
        record Refused() implements Added {}
    }

    /** Keeps what an authenticator has made, if it answers what was asked last. */
    public Added add(Confirmed confirmed, String answer, String label, HttpServletRequest request) {
        UUID id = confirmed.viewer().id();
        var asked = questions.asked(true, request);
        if (asked.isEmpty() || store.count(id) >= MOST) {
            return new Added.Refused();
        }
        try {
            webAuthn.registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                    with(asked.get(), creation(confirmed)), new RelyingPartyPublicKey(made(answer), label)));
        } catch (DataAccessException broken) {
            throw broken;
        } catch (RuntimeException wrong) {
            return new Added.Refused();
        }
        var codes = factors.added(id);
        store.offerNoMore(id);
        audit.record(id, "account.passkey-added", AccountData.SUBJECT, id, "");
        tell(id, "added", label);
        return new Added.Done(codes);
    }

    /** Without ways to reach an authenticator that are newer than the library, which fails on them. */
    private PublicKeyCredential<AuthenticatorAttestationResponse> made(String answer) {
        var tree = json.readTree(answer);
        if (tree.at("/response/transports") instanceof ArrayNode transports) {
            var known = Arrays.stream(AuthenticatorTransport.values())
                    .map(AuthenticatorTransport::getValue)
                    .toList();
            transports.removeIf(transport -> !known.contains(transport.asString("")));
        }
        return json.treeToValue(tree, new TypeReference<PublicKeyCredential<AuthenticatorAttestationResponse>>() {});
    }

    /**
     * Whose passkey answers what was asked last; empty if nobody's does. Wrong ones are slowed down by network.
     *
     * @throws net.gatepost.web.TooManyRequests when there were too many
     */
    public Optional<UUID> ownerBy(String answer, HttpServletRequest request) {
        String attempt = delays.begin("passkey", network(request));
        var asked = questions.asked(false, request);
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        UUID owner;
        try {
            owner = owner(asked.get(), answer);
        } catch (DataAccessException broken) {
            throw broken;
        } catch (RuntimeException wrong) {
            return Optional.empty();
        }
        factors.used(owner);
        delays.forget(attempt);
        return Optional.of(owner);
    }

    private UUID owner(Bytes challenge, String answer) {
        var shown = json.readValue(answer, new TypeReference<PublicKeyCredential<AuthenticatorAssertionResponse>>() {});
        var options = PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(site.host())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
        var handle = webAuthn.authenticate(new RelyingPartyAuthenticationRequest(options, shown))
                .getId();
        var claimed = shown.getResponse().getUserHandle();
        if (claimed != null && !claimed.equals(handle)) {
            throw new IllegalArgumentException("it is somebody else's");
        }
        return store.accountOf(handle).orElseThrow();
    }

    public void rename(Viewer viewer, UUID id, String label) {
        if (!store.rename(viewer.id(), id, label)) {
            throw new NotFound();
        }
    }

    /** The sessions that it has begun are its caller's to end. */
    public void remove(Confirmed confirmed, UUID id) {
        UUID owner = confirmed.viewer().id();
        String label = store.of(owner).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(NotFound::new)
                .label();
        factors.lock(owner);
        if (!store.remove(owner, id)) {
            throw new NotFound();
        }
        audit.record(owner, "account.passkey-removed", AccountData.SUBJECT, owner, "");
        tell(owner, "removed", label);
        factors.removed(owner);
    }

    private PublicKeyCredentialCreationOptions creation(Confirmed confirmed) {
        var owner = UsernamePasswordAuthenticationToken.authenticated(
                confirmed.viewer().getName(), null, List.of());
        return webAuthn.createPublicKeyCredentialCreationOptions(
                new ImmutablePublicKeyCredentialCreationOptionsRequest(owner));
    }

    private static PublicKeyCredentialCreationOptions with(
            Bytes challenge, PublicKeyCredentialCreationOptions options) {
        return PublicKeyCredentialCreationOptions.builder()
                .challenge(challenge)
                .rp(options.getRp())
                .user(options.getUser())
                .pubKeyCredParams(options.getPubKeyCredParams())
                .authenticatorSelection(options.getAuthenticatorSelection())
                .build();
    }

    private void tell(UUID accountId, String what, String label) {
        var account = accounts.findById(accountId).orElseThrow(NotFound::new);
        mails.tell(account, "passkey-" + what, label);
    }

    private static Network network(HttpServletRequest request) {
        return Network.of(request.getRemoteAddr());
    }
}
