package org.stillpoint.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.PasskeyCheck;
import org.stillpoint.web.security.PasskeyCheck.PasskeyVerdict;
import org.stillpoint.web.security.PasswordCheck.PasswordVerdict;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;

/** Lets in with a passkey, and opens a locked screen or the step after the password by it. */
@Controller
class PasskeyController {

    private static final int TOO_MANY_REQUESTS = 429;

    private final PasskeyCheck passkeys;
    private final OpenSignIns signIns;
    private final SignInAnswers answers;

    PasskeyController(PasskeyCheck passkeys, OpenSignIns signIns, SignInAnswers answers) {
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.answers = answers;
    }

    /** What a device is to show; nothing where it can show none. */
    @GetMapping("/sign-in/passkey")
    ResponseEntity<String> asked(HttpServletRequest request) {
        return passkeys.asked(request)
                .map(json -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(json))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    /**
     * A device has shown one.
     *
     * @param passkey as the browser says it, JSON
     * @param then the page that was asked for, where a screen is locked
     */
    @PostMapping("/sign-in/passkey")
    void show(
            @RequestParam(defaultValue = "") String passkey,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException, ServletException {
        String page = KeptForm.within(then) ? then : "/";
        Optional<KeptForm> carried = KeptForm.carried(request);
        boolean locked = signIns.here(request).filter(SignIn::locked).isPresent();
        PasskeyVerdict found = passkeys.of(passkey, request);
        if (found.person().isEmpty()) {
            boolean wait = found.verdict() == PasswordVerdict.TOO_MANY_TRIES;
            refused(
                    wait ? ErrorWords.TOO_MANY_TRIES_HINT : DoorWords.NOT_A_PASSKEY,
                    wait ? TOO_MANY_REQUESTS : HttpServletResponse.SC_UNAUTHORIZED,
                    locked,
                    carried,
                    page,
                    request,
                    response);
        } else if (locked && passkeys.isAnothers(found.person().get(), request)) {
            answers.locked(DoorWords.NOT_YOUR_PASSKEY, carried, page, request, response);
        } else {
            Authentication who = passkeys.letIn(found.person().get(), request, response);
            if (locked && carried.isEmpty()) {
                response.sendRedirect(page);
            } else {
                answers.onAuthenticationSuccess(request, response, who);
            }
        }
    }

    private void refused(
            Message why,
            int status,
            boolean locked,
            Optional<KeptForm> carried,
            String page,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        if (locked) {
            answers.locked(why, carried, page, request, response);
        } else {
            answers.door(why, carried, status, request, response);
        }
    }
}
