package org.stillpoint.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.signin.SignIns;
import org.stillpoint.web.WebSettings;

/**
 * What somebody goes through page by page and the record must not keep: for an hour, on whichever server they ask, under a key that only the
 * token of their browser gives. It opens no more once they have signed out or the screen was unlocked.
 */
@Component
public final class PutBy {
    /** Own choice, 2026: long enough to go through a list. */
    static final Duration KEPT = Duration.ofHours(1);

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12; // NIST SP 800-38D (2007), 5.2.1.1
    private static final int TAG_BITS = 128;

    private final DoorBook book;
    private final OpenSignIns signIns;
    private final DoorCookie cookie;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public PutBy(SignIns kept, OpenSignIns signIns, WebSettings settings, Clock clock) {
        this.book = kept.book();
        this.signIns = signIns;
        this.cookie = DoorCookie.ofSignIn(settings);
        this.clock = clock;
    }

    /** Puts something by, in place of what this browser has put by as the same. */
    public void keep(String what, byte[] plain, HttpServletRequest request) {
        Optional<SignIn> here = signIns.here(request);
        if (here.isPresent()) {
            String name = name(what, here.get());
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            try {
                byte[] sealed =
                        cipher(Cipher.ENCRYPT_MODE, nonce, name, request).doFinal(plain);
                byte[] content = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
                System.arraycopy(sealed, 0, content, NONCE_BYTES, sealed.length);
                Instant now = clock.instant();
                book.putBy(name, content, now.plus(KEPT), now);
            } catch (GeneralSecurityException everyJavaHasIt) {
                throw new IllegalStateException(everyJavaHasIt);
            }
        }
    }

    /** What was put by in this browser within the hour. */
    public Optional<byte[]> find(String what, HttpServletRequest request) {
        return signIns.here(request).flatMap(here -> {
            String name = name(what, here);
            return book.findPutBy(name, clock.instant()).flatMap(content -> opened(content, name, request));
        });
    }

    private Optional<byte[]> opened(byte[] content, String name, HttpServletRequest request) {
        try {
            byte[] nonce = Arrays.copyOf(content, NONCE_BYTES);
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, name, request)
                    .doFinal(content, NONCE_BYTES, content.length - NONCE_BYTES));
        } catch (GeneralSecurityException | IllegalArgumentException byAnotherBrowser) {
            return Optional.empty();
        }
    }

    private static String name(String what, SignIn here) {
        return what + " " + here.id();
    }

    private Cipher cipher(int mode, byte[] nonce, String name, HttpServletRequest request)
            throws GeneralSecurityException {
        byte[] key = new DoorSeal(cookie.shown(request).getBytes(StandardCharsets.UTF_8))
                .of("put by".getBytes(StandardCharsets.UTF_8));
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
