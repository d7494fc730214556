package org.stillpoint.web.security;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.VerificationException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.Passkey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Making and showing a passkey (WebAuthn Level 3, W3C 2025, 7.1 and 7.2). The device must have known its owner by finger, face or PIN
 * each time: then it is two factors in one.
 */
@Component
public final class PasskeyCeremony {

    private static final String TO_SIGN_IN = "sign-in";
    private static final String PUBLIC_KEY = "public-key";

    /** ES256 and RS256: what devices have (WebAuthn Level 3, 5.4). */
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.RS256);

    private static final JsonMapper JSON = new JsonMapper();
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter publicKeys = new AttestedCredentialDataConverter(converter);
    private final PasskeyChallenges challenges;
    private final Clock clock;

    public PasskeyCeremony(PasskeyChallenges challenges, Clock clock) {
        this.challenges = challenges;
        this.clock = clock;
    }

    /**
     * What a device is asked to make, as JSON (PublicKeyCredentialCreationOptionsJSON).
     *
     * @param there those of the account: a device that has one makes no second
     */
    String toMake(Id<Account> account, String name, List<Passkey> there, PasskeyPlace place) {
        ObjectNode asked = JSON.createObjectNode();
        asked.putObject("rp").put("id", place.name()).put("name", "Stillpoint");
        asked.putObject("user")
                .put("id", TEXT.encodeToString(handle(account)))
                .put("name", name)
                .put("displayName", name);
        asked.put("challenge", challenges.fresh(toMakeFor(account)));
        ALGORITHMS.forEach(algorithm -> asked.withArray("pubKeyCredParams")
                .addObject()
                .put("type", PUBLIC_KEY)
                .put("alg", algorithm.getValue()));
        asked.putArray("excludeCredentials");
        there.forEach(passkey -> asked.withArray("excludeCredentials")
                .addObject()
                .put("type", PUBLIC_KEY)
                .put("id", passkey.credentialId()));
        asked.putObject("authenticatorSelection")
                .put("residentKey", "required")
                .put("requireResidentKey", true)
                .put("userVerification", "required");
        return JSON.writeValueAsString(asked.put("attestation", "none").put("timeout", timeout()));
    }

    /** What a device is asked to show, as JSON (PublicKeyCredentialRequestOptionsJSON); it knows itself whose it is. */
    String toShow(PasskeyPlace place) {
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("challenge", challenges.fresh(TO_SIGN_IN))
                .put("rpId", place.name())
                .put("userVerification", "required")
                .put("timeout", timeout()));
    }

    /** The passkey that a device has made; empty where it is none that was asked for. */
    Optional<Passkey> made(Id<Account> account, String name, String said, PasskeyPlace place) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(said);
            byte[] challenge = challenge(data.getCollectedClientData());
            if (!challenges.isOpen(challenge, toMakeFor(account))) {
                return Optional.empty();
            }
            manager.verify(data, new RegistrationParameters(server(place, challenge), algorithms(), true, true));
            AuthenticatorData<?> device =
                    Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
            AttestedCredentialData key = Objects.requireNonNull(device.getAttestedCredentialData());
            if (!challenges.use(challenge)) {
                return Optional.empty();
            }
            return Optional.of(new Passkey(
                    Id.random(),
                    account,
                    TEXT.encodeToString(key.getCredentialId()),
                    place.name(),
                    name,
                    TEXT.encodeToString(publicKeys.convert(key)),
                    device.getSignCount(),
                    device.isFlagBE(),
                    clock.instant(),
                    Optional.empty(),
                    Version.FIRST));
        } catch (DataConversionException
                | VerificationException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException no) {
            return Optional.empty(); // the last two: what was left out of it
        }
    }

    /** Whose passkey a device names, before anything of it is believed. */
    Optional<Passkey> named(String said, Function<String, Optional<Passkey>> kept) {
        return read(said).flatMap(data -> kept.apply(TEXT.encodeToString(data.getCredentialId())));
    }

    /** The passkey as it is from now on, where the device has shown this one now. */
    Optional<Passkey> shown(String said, Passkey kept, PasskeyPlace place) {
        Optional<AuthenticationData> read = read(said);
        if (read.isEmpty() || !place.name().equals(kept.place())) {
            return Optional.empty();
        }
        try {
            AuthenticationData data = read.get();
            byte[] challenge = challenge(data.getCollectedClientData());
            boolean anothers = Optional.ofNullable(data.getUserHandle())
                    .filter(whose -> !Arrays.equals(whose, handle(kept.account())))
                    .isPresent();
            if (anothers || !challenges.isOpen(challenge, TO_SIGN_IN)) {
                return Optional.empty();
            }
            AuthenticationData right = manager.verify(
                    data,
                    new AuthenticationParameters(
                            server(place, challenge),
                            known(kept),
                            List.of(Base64.getUrlDecoder().decode(kept.credentialId())),
                            true,
                            true));
            return challenges.use(challenge)
                    ? Optional.of(kept.shown(
                            Objects.requireNonNull(right.getAuthenticatorData()).getSignCount(), clock.instant()))
                    : Optional.empty();
        } catch (VerificationException | DataConversionException | IllegalArgumentException | NullPointerException no) {
            return Optional.empty();
        }
    }

    private Optional<AuthenticationData> read(String said) {
        try {
            AuthenticationData data = manager.parseAuthenticationResponseJSON(said);
            return data.getCredentialId() == null ? Optional.empty() : Optional.of(data);
        } catch (DataConversionException | JacksonException | IllegalArgumentException | NullPointerException none) {
            return Optional.empty();
        }
    }

    private CredentialRecordImpl known(Passkey kept) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                kept.mayMove(),
                false,
                kept.signCount(),
                publicKeys.convert(Base64.getUrlDecoder().decode(kept.publicKey())),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
    }

    private static byte[] challenge(@Nullable CollectedClientData data) {
        return Objects.requireNonNull(data).getChallenge().getValue();
    }

    private static ServerProperty server(PasskeyPlace place, byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(place.origin()))
                .rpId(place.name())
                .challenge(() -> challenge)
                .build();
    }

    private static List<PublicKeyCredentialParameters> algorithms() {
        return ALGORITHMS.stream()
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private static String toMakeFor(Id<Account> account) {
        return "make " + account;
    }

    private static long timeout() {
        return PasskeyChallenges.LASTS.toMillis();
    }

    /** 16 bytes. */
    private static byte[] handle(Id<Account> account) {
        UUID id = account.value();
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
