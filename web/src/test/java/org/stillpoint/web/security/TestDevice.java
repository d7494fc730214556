package org.stillpoint.web.security;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device that makes and shows one passkey (WebAuthn Level 3, W3C 2025, 6.1 and 6.5), told apart from how the program reads it. */
final class TestDevice {

    private static final int PRESENT = 0x01;
    private static final int KNOWN = 0x04;
    private static final int WITH_KEY = 0x40;
    private static final byte[] ID = "a credential id of this device".getBytes(StandardCharsets.UTF_8);
    private static final JsonMapper JSON = new JsonMapper();

    private final KeyPair keys;
    private final String origin;

    /** Whether it knows its owner by finger, face or PIN before it says anything. */
    boolean knowsItsOwner = true;

    /** How often it was shown. */
    int shown;

    TestDevice(String origin) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        this.origin = origin;
    }

    /** What the browser says when it has made one, asked as this JSON says. */
    String make(String asked) throws GeneralSecurityException {
        JsonNode options = JSON.readTree(asked);
        ByteArrayOutputStream data = data(options.path("rp").path("id").asString(), WITH_KEY);
        data.writeBytes(new byte[16]);
        data.writeBytes(ByteBuffer.allocate(2).putShort((short) ID.length).array());
        data.writeBytes(ID);
        data.writeBytes(key());
        byte[] all = data.toByteArray();
        ByteArrayOutputStream attestation = new ByteArrayOutputStream();
        attestation.write(0xa3);
        attestation.writeBytes("\u0063fmt\u0064none\u0067attStmt".getBytes(StandardCharsets.UTF_8));
        attestation.write(0xa0);
        attestation.writeBytes("\u0068authData".getBytes(StandardCharsets.UTF_8));
        attestation.write(0x59);
        attestation.writeBytes(
                ByteBuffer.allocate(2).putShort((short) all.length).array());
        attestation.writeBytes(all);
        byte[] client = client("webauthn.create", options.path("challenge").asString());
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("id", text(ID))
                .put("rawId", text(ID))
                .put("type", "public-key")
                .<tools.jackson.databind.node.ObjectNode>set(
                        "response",
                        JSON.createObjectNode()
                                .put("attestationObject", text(attestation.toByteArray()))
                                .put("clientDataJSON", text(client)))
                .set("clientExtensionResults", JSON.createObjectNode()));
    }

    /** What the browser says when it has shown it. */
    String show(String asked) throws GeneralSecurityException {
        JsonNode options = JSON.readTree(asked);
        shown++;
        byte[] data = data(options.path("rpId").asString(), 0).toByteArray();
        byte[] client = client("webauthn.get", options.path("challenge").asString());
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(hash(client));
        return JSON.writeValueAsString(JSON.createObjectNode()
                .put("id", text(ID))
                .put("rawId", text(ID))
                .put("type", "public-key")
                .<tools.jackson.databind.node.ObjectNode>set(
                        "response",
                        JSON.createObjectNode()
                                .put("authenticatorData", text(data))
                                .put("clientDataJSON", text(client))
                                .put("signature", text(signature.sign())))
                .set("clientExtensionResults", JSON.createObjectNode()));
    }

    private ByteArrayOutputStream data(String place, int more) throws GeneralSecurityException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.writeBytes(hash(place.getBytes(StandardCharsets.UTF_8)));
        data.write(PRESENT | (knowsItsOwner ? KNOWN : 0) | more);
        data.writeBytes(ByteBuffer.allocate(4).putInt(shown).array());
        return data;
    }

    /** COSE (RFC 9053, 7.1.1): an EC2 key for ES256 on P-256. */
    private byte[] key() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        cose.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        cose.writeBytes(thirtyTwo(key.getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, 32});
        cose.writeBytes(thirtyTwo(key.getW().getAffineY()));
        return cose.toByteArray();
    }

    private static byte[] thirtyTwo(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[32];
        int length = Math.min(bytes.length, whole.length);
        System.arraycopy(bytes, bytes.length - length, whole, whole.length - length, length);
        return whole;
    }

    private byte[] client(String type, String challenge) {
        return JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("type", type)
                .put("challenge", challenge)
                .put("origin", origin)
                .put("crossOrigin", false));
    }

    private static byte[] hash(byte[] of) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(of);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
