package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.access.ChangePassword;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.Device;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.PasswordChoice;
import org.stillpoint.web.security.SignInThrottle;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.DeviceWords;
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
    private final OpenSignIns signIns;
    private final WebSettings settings;
    private final Speaker speaker;

    AccountController(
            ChangePassword changePassword,
            UserDetailsService accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            OpenSignIns signIns,
            WebSettings settings,
            Speaker speaker) {
        this.changePassword = changePassword;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.signIns = signIns;
        this.settings = settings;
        this.speaker = speaker;
    }

    @GetMapping("/account")
    String show(
            Actor actor,
            HttpServletRequest request,
            @RequestParam @Nullable String changed,
            @RequestParam @Nullable String ended,
            @RequestParam @Nullable String endedOne,
            @RequestParam @Nullable String renamed,
            Model model) {
        Optional<Message> happened = changed != null
                ? Optional.of(AccountWords.CHANGED)
                : ended != null
                        ? Optional.of(AccountWords.ENDED)
                        : endedOne != null
                                ? Optional.of(AccountWords.ENDED_ONE)
                                : renamed != null ? Optional.of(AccountWords.RENAMED) : Optional.empty();
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
            signIns.begin(person.account(), request, response); // the change has ended them all
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
    String endOthers(Actor actor, HttpServletRequest request) {
        signIns.endOthers(person(actor).account(), request);
        return "redirect:/account?ended";
    }

    @PostMapping("/account/sign-ins/{signIn}/end")
    String endOne(Actor actor, @PathVariable String signIn) {
        signIns.end(person(actor).account(), Id.of(signIn));
        return "redirect:/account?endedOne";
    }

    private AccountPage page(
            Actor.Person person, HttpServletRequest request, Optional<Message> happened, FormProblems problems) {
        return new AccountPage(
                name(request),
                happened,
                problems,
                rows(person, signIns.here(request).map(SignIn::id)),
                new AccountWords.SignInLasts(
                        settings.limits().absolute().toHours(),
                        settings.limits().idle().toMinutes()));
    }

    /** This one first, then the last used. */
    private List<AccountPage.SignInRow> rows(Actor.Person person, Optional<Id<SignIn>> here) {
        return signIns.of(person.account()).stream()
                .map(open -> row(open, here.equals(Optional.of(open.id()))))
                .sorted(Comparator.comparing(AccountPage.SignInRow::here).reversed())
                .toList();
    }

    private AccountPage.SignInRow row(SignIn open, boolean here) {
        Device device = Device.kept(open.device());
        Message on = new DeviceWords.On(device.browser(), device.system());
        return new AccountPage.SignInRow(
                open.id().toString(),
                here
                        ? new AccountWords.HereSince(on, at(open.began()))
                        : new AccountWords.OpenSince(on, at(open.began()), at(open.lastUsed())),
                here);
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
