package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.access.ChangePassword;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.PasswordChoice;
import org.stillpoint.web.security.SignInThrottle;
import org.stillpoint.web.security.SignedInSessions;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** One's own account: another password, and the sign-ins that are open elsewhere. */
@Controller
class AccountController {

    private final ChangePassword changePassword;
    private final UserDetailsService accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final SignedInSessions sessions;
    private final Speaker speaker;

    AccountController(
            ChangePassword changePassword,
            UserDetailsService accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            SignedInSessions sessions,
            Speaker speaker) {
        this.changePassword = changePassword;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.speaker = speaker;
    }

    @GetMapping("/account")
    String show(
            Actor actor,
            HttpServletRequest request,
            @RequestParam @Nullable String changed,
            @RequestParam @Nullable String ended,
            Model model) {
        Optional<Message> happened = changed != null
                ? Optional.of(AccountWords.CHANGED)
                : ended != null ? Optional.of(AccountWords.ENDED) : Optional.empty();
        model.addAttribute("page", page(person(actor), request, happened, new FormProblems()));
        return "account";
    }

    @PostMapping("/account/password")
    String change(
            Actor actor,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Actor.Person person = person(actor);
        String name = name(request);
        FormProblems problems = new FormProblems();
        PasswordChoice.problem(password, name).ifPresent(problem -> problems.add("password", problem));
        if (!password.equals(again)) {
            problems.add("again", DoorWords.TWO_DIFFER);
        }
        if (problems.none()) {
            check(current, name, request, problems);
        }
        if (problems.none()) {
            changePassword.by(actor, new ChangePassword.Command(Id.of(key), passwords.encode(password)));
            sessions.endOthers(person.account(), request.getSession());
            return "redirect:/account?changed";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("page", page(person, request, Optional.empty(), problems));
        return "account";
    }

    /** Whoever sits at a screen that was left open must not guess at leisure. */
    private void check(String current, String name, HttpServletRequest request, FormProblems problems) {
        SignInThrottle.SignInTry now = new SignInThrottle.SignInTry(name, request.getRemoteAddr(), "");
        if (throttle.admit(now).isPositive()) {
            problems.add("current", ErrorWords.TOO_MANY_TRIES_HINT);
        } else if (passwords.matches(current, accounts.loadUserByUsername(name).getPassword())) {
            throttle.notJudged(now);
        } else {
            problems.add("current", AccountWords.NOT_CURRENT);
        }
    }

    @PostMapping("/account/sign-ins/end")
    String endOthers(Actor actor, HttpSession session) {
        sessions.endOthers(person(actor).account(), session);
        return "redirect:/account?ended";
    }

    private AccountPage page(
            Actor.Person person, HttpServletRequest request, Optional<Message> happened, FormProblems problems) {
        return new AccountPage(
                name(request),
                happened,
                problems,
                sessions.of(person.account(), request.getSession()).stream()
                        .map(open -> new AccountPage.SignInRow(
                                open.here()
                                        ? new AccountWords.HereSince(at(open.began()))
                                        : new AccountWords.OpenSince(at(open.began()), at(open.lastUsed())),
                                open.here()))
                        .toList());
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }

    private static String name(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static Actor.Person person(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person;
        }
        throw new NotAllowed(Act.CHANGE_PASSWORD.name());
    }
}
