package org.stillpoint.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.web.security.CodeCheck;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.PasskeyCheck;
import org.stillpoint.web.security.PasskeyCheck.PasskeyVerdict;
import org.stillpoint.web.security.PasswordCheck;
import org.stillpoint.web.security.ScreenLocked;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** Locks a screen and opens it again: for the script of a page that stays as it is beneath, and as a form where there is none. */
@Controller
class ScreenLockController {

    private final OpenSignIns signIns;
    private final PasswordCheck passwords;
    private final CodeCheck codes;
    private final PasskeyCheck passkeys;
    private final SignInAnswers answers;
    private final Speaker speaker;

    ScreenLockController(
            OpenSignIns signIns,
            PasswordCheck passwords,
            CodeCheck codes,
            PasskeyCheck passkeys,
            SignInAnswers answers,
            Speaker speaker) {
        this.passkeys = passkeys;
        this.codes = codes;
        this.signIns = signIns;
        this.passwords = passwords;
        this.answers = answers;
        this.speaker = speaker;
    }

    /**
     * What a page does with its cover.
     *
     * @param problem why it stays; blank where it goes
     * @param token for the forms beneath
     */
    record Uncovering(String problem, String token) {}

    /** Somebody is there. */
    @PostMapping("/sign-in/in-use")
    ResponseEntity<Void> inUse(HttpServletRequest request) {
        boolean locked = signIns.here(request).filter(SignIn::locked).isPresent();
        return ResponseEntity.status(locked ? ScreenLocked.STATUS : HttpStatus.NO_CONTENT.value())
                .build();
    }

    @PostMapping("/sign-in/lock")
    ResponseEntity<Void> lock(HttpServletRequest request) {
        signIns.lock(request);
        return ResponseEntity.noContent().build();
    }

    /**
     * The password or a passkey is shown.
     *
     * @param name of whoever locked it: nobody else sees what is beneath
     * @param passkey as the browser says it, JSON; blank where the password was typed
     */
    @PostMapping("/sign-in/uncover")
    ResponseEntity<Uncovering> uncover(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            HttpServletResponse response,
            CsrfToken token) {
        if (!name.equals(request.getUserPrincipal().getName())) {
            return ResponseEntity.status(HttpStatus.CONFLICT).body(new Uncovering("", ""));
        }
        Optional<Message> problem = passkey.isEmpty()
                ? problem(passwords.of(password, request), DoorWords.NOT_YOURS)
                : problem(ofPasskey(passkey, request), DoorWords.NOT_YOUR_PASSKEY);
        if (problem.isPresent()) {
            return ResponseEntity.badRequest().body(new Uncovering(speaker.say(problem.get()), ""));
        }
        signIns.unlock(request, response);
        return ResponseEntity.ok(new Uncovering("", token.getToken()));
    }

    private PasswordCheck.PasswordVerdict ofPasskey(String passkey, HttpServletRequest request) {
        PasskeyVerdict found = passkeys.of(passkey, request);
        boolean anothers = found.person()
                .filter(person -> passkeys.isAnothers(person, request))
                .isPresent();
        return anothers ? PasswordCheck.PasswordVerdict.WRONG : found.verdict();
    }

    /** @param then the page that was asked for */
    @PostMapping("/sign-in/unlock")
    void unlock(
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String page = KeptForm.within(then) ? then : "/";
        Optional<KeptForm> carried = KeptForm.carried(request);
        Optional<Message> problem = problem(passwords.of(password, request), DoorWords.NOT_YOURS);
        if (problem.isPresent()) {
            answers.locked(problem.get(), carried, page, request, response);
            return;
        }
        signIns.unlock(request, response);
        goOn(page, carried, request, response);
    }

    /** The step after the password, where the account asks for one. */
    @PostMapping("/sign-in/code")
    void code(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "/") String then,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String page = KeptForm.within(then) ? then : "/";
        Optional<KeptForm> carried = KeptForm.carried(request);
        Optional<Message> problem = problem(codes.of(code, request), DoorWords.NOT_THAT_CODE);
        if (problem.isPresent()) {
            answers.locked(problem.get(), carried, page, request, response);
            return;
        }
        signIns.codeShown(request, response);
        goOn(page, carried, request, response);
    }

    private void goOn(String page, Optional<KeptForm> carried, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (carried.isPresent()) {
            answers.goOn(carried.get(), request, response);
        } else {
            response.sendRedirect(page);
        }
    }

    private static Optional<Message> problem(PasswordCheck.PasswordVerdict judged, Message wrong) {
        return switch (judged) {
            case RIGHT -> Optional.empty();
            case WRONG -> Optional.of(wrong);
            case TOO_MANY_TRIES -> Optional.of(ErrorWords.TOO_MANY_TRIES_HINT);
        };
    }
}
