package org.stillpoint.store;

import com.google.crypto.tink.subtle.Ed25519Sign;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

/** Signs in the name of an installation (Ed25519, RFC 8032). Its private key is of the installation's own keys, and leaves by nothing. */
public final class InstallationSignature {

    /** What stands before the 32 bytes of an Ed25519 public key in its X.509 form. Source: RFC 8410, section 10.1. */
    private static final byte[] X509_HEAD = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Ed25519Sign signer;
    private final byte[] publicKey;

    private InstallationSignature(Ed25519Sign signer, byte[] publicKey) {
        this.signer = signer;
        this.publicKey = publicKey;
    }

    /** @param seed 32 bytes that nobody can foresee */
    static InstallationSignature ofSeed(byte[] seed) {
        try {
            Ed25519Sign.KeyPair pair = Ed25519Sign.KeyPair.newKeyPairFromSeed(seed);
            return new InstallationSignature(new Ed25519Sign(pair.getPrivateKey()), pair.getPublicKey());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Ed25519 is not available", failed);
        }
    }

    /** The public key in its X.509 form (SubjectPublicKeyInfo): 44 bytes, as Java, OpenSSL and others read it. */
    public byte[] publicKey() {
        byte[] key = new byte[X509_HEAD.length + publicKey.length];
        System.arraycopy(X509_HEAD, 0, key, 0, X509_HEAD.length);
        System.arraycopy(publicKey, 0, key, X509_HEAD.length, publicKey.length);
        return key;
    }

    /** 64 bytes, the same for the same message. */
    public byte[] sign(byte[] message) {
        try {
            return signer.sign(message);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Ed25519 failed to sign", failed);
        }
    }
}
