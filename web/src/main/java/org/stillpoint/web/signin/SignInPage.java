package org.stillpoint.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.stillpoint.web.security.PasskeyCheck;
import org.stillpoint.words.Message;

/**
 * The sign-in page.
 *
 * @param happened what just happened
 * @param demo whether the demo practice's name and password are shown
 * @param kept what was typed before, to go on with once somebody has signed in
 * @param locked where somebody is signed in and has locked the screen
 * @param passkey whether one can be shown
 */
public record SignInPage(
        Optional<Message> happened,
        boolean demo,
        Optional<KeptForm> kept,
        Optional<LockedScreen> locked,
        PasskeyHere passkey) {

    /**
     * A locked screen.
     *
     * @param name of whoever locked it
     * @param then the page to go on to
     * @param awaitsCode whether a code opens it, and not the password
     * @param handed the address of the page for which it was handed over
     */
    public record LockedScreen(String name, String then, boolean awaitsCode, Optional<String> handed) {}

    /**
     * Whether a passkey can be shown.
     *
     * @param possible here
     * @param instead the address of this practice at which it can
     */
    public record PasskeyHere(boolean possible, Optional<String> instead) {

        static PasskeyHere of(HttpServletRequest request) {
            return new PasskeyHere(PasskeyCheck.possible(request), PasskeyCheck.instead(request));
        }
    }
}
