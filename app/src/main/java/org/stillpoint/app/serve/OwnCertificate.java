package org.stillpoint.app.serve;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.web.DoorWay;

/**
 * The certificate of a practice: its own, signed by nobody else, which whoever trusts it compares by its fingerprint; or one that was
 * given. Java's keytool makes it, so that no library is needed.
 */
final class OwnCertificate {

    /** The longest that Apple's devices accept of one that was trusted by hand (Apple 2019, HT210176). */
    private static final int DAYS = 825;

    private static final Duration MADE_ANEW_BEFORE = Duration.ofDays(30);
    private static final String ALIAS = "stillpoint";
    private static final int LINE = 64; // characters; RFC 7468 (2015), section 2
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

    private OwnCertificate() {}

    /**
     * A certificate that somebody else has made.
     *
     * @throws BadInput where a file holds none
     */
    static DoorWay.CertificateFiles given(Path certificate, Path key) {
        if (!Files.isReadable(key)) {
            throw new BadInput(Problem.ofValue("--certificate-key", key.toString(), "cannot be read"));
        }
        X509Certificate read = read(certificate)
                .orElseThrow(() -> new BadInput(
                        Problem.ofValue("--certificate", certificate.toString(), "holds no certificate (PEM)")));
        return new DoorWay.CertificateFiles(certificate.toAbsolutePath(), key.toAbsolutePath(), fingerprint(read));
    }

    /** The one kept in a folder; made there where there is none, it is about to end, or a host is missing in it. */
    static DoorWay.CertificateFiles in(Path folder, Set<String> hosts) {
        Path certificate = folder.resolve("certificate.pem").toAbsolutePath();
        Path key = folder.resolve("certificate-key.pem").toAbsolutePath();
        X509Certificate kept = read(certificate)
                .filter(found -> Files.exists(key) && holds(found, hosts))
                .orElseGet(() -> make(folder, certificate, key, hosts));
        return new DoorWay.CertificateFiles(certificate, key, fingerprint(kept));
    }

    private static Optional<X509Certificate> read(Path file) {
        if (!Files.isReadable(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in));
        } catch (IOException | GeneralSecurityException none) {
            return Optional.empty();
        }
    }

    private static boolean holds(X509Certificate certificate, Set<String> hosts) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names != null
                    && names.stream()
                            .map(name -> String.valueOf(name.get(1)))
                            .collect(Collectors.toSet())
                            .containsAll(hosts)
                    && certificate
                            .getNotAfter()
                            .toInstant()
                            .isAfter(Instant.now().plus(MADE_ANEW_BEFORE));
        } catch (GeneralSecurityException unreadable) {
            return false;
        }
    }

    private static X509Certificate make(Path folder, Path certificate, Path key, Set<String> hosts) {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path store = folder.resolve("certificate.p12");
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(store);
            keytool(store, password, hosts);
            KeyStore made = KeyStore.getInstance("PKCS12");
            try (InputStream in = Files.newInputStream(store)) {
                made.load(in, password.toCharArray());
            }
            Certificate own = made.getCertificate(ALIAS);
            Files.deleteIfExists(key);
            if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
                Files.createFile(
                        key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(
                    key,
                    pem(
                            "PRIVATE KEY",
                            made.getKey(ALIAS, password.toCharArray()).getEncoded()));
            Files.writeString(certificate, pem("CERTIFICATE", own.getEncoded()));
            return (X509Certificate) own;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException everyJavaHasThese) {
            throw new IllegalStateException(everyJavaHasThese);
        } finally {
            delete(store);
        }
    }

    private static void delete(Path store) {
        try {
            Files.deleteIfExists(store);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static void keytool(Path store, String password, Set<String> hosts) throws IOException {
        String names = hosts.stream()
                .map(host -> (ADDRESS.matcher(host).matches() ? "ip:" : "dns:") + host)
                .collect(Collectors.joining(","));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                ALIAS,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-sigalg",
                "SHA256withECDSA",
                "-validity",
                String.valueOf(DAYS),
                "-dname",
                "CN=Stillpoint",
                "-ext",
                "san=" + names,
                "-ext",
                "ku:critical=digitalSignature",
                "-ext",
                "eku=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass:env",
                "STILLPOINT_STORE"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("STILLPOINT_STORE", password); // no other user reads it there
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool made no certificate; it said: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("keytool was interrupted", stopped);
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(encoded)
                + "\n-----END " + what + "-----\n";
    }

    /** SHA-256, as browsers show it. */
    static String fingerprint(X509Certificate certificate) {
        try {
            return HexFormat.ofDelimiter(":")
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()))
                    .toUpperCase(Locale.ROOT);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
