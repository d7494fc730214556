package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.stillpoint.web.security.SignInThrottle;
import org.stillpoint.words.LinkWords;

/** Whatever an address does not open is answered alike. Whoever tries others waits, each address of theirs for itself: they guess. */
@Component
public class ClosedDoor {
    private static final int TOO_MANY = 429;

    private final SignInThrottle throttle;

    ClosedDoor(SignInThrottle throttle) {
        this.throttle = throttle;
    }

    /**
     * The view that says so.
     *
     * @param guessed whether there was never such an address
     */
    public String nothing(boolean guessed, HttpServletRequest request, HttpServletResponse response, Model model) {
        String guesser = "link#" + request.getRemoteAddr(); // whoever signs in from there has guessed no password by it
        boolean waits = guessed
                && throttle.admit(new SignInThrottle.SignInTry(guesser, guesser, ""))
                        .isPositive();
        response.setStatus(waits ? TOO_MANY : HttpServletResponse.SC_NOT_FOUND);
        model.addAttribute("page", new LinkPages.NothingPage(waits ? LinkWords.TOO_MANY : LinkWords.OPENS_NOTHING));
        return "linknothing";
    }
}
