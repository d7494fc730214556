package org.stillpoint.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.access.MakeOwner;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.PasswordChoice;
import org.stillpoint.web.security.SignInThrottle;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.DoorWords;

/** Makes the owner's account, once, for whoever can read the terminal. */
@Controller
class FirstStartController {

    /** Nobody's name: it has a blank. */
    private static final String THROTTLE_NAME = "first start";

    private final WebSettings settings;
    private final Accounts accounts;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    private final MakeOwner makeOwner;

    FirstStartController(
            WebSettings settings,
            Accounts accounts,
            PasswordEncoder passwords,
            SignInThrottle throttle,
            MakeOwner makeOwner) {
        this.settings = settings;
        this.accounts = accounts;
        this.passwords = passwords;
        this.throttle = throttle;
        this.makeOwner = makeOwner;
    }

    @GetMapping("/first-start")
    String show(Model model) {
        if (accounts.hasOwner()) {
            return "redirect:/sign-in";
        }
        model.addAttribute("page", new FirstStartPage("", new FormProblems()));
        return "firststart";
    }

    @PostMapping("/first-start")
    String make(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (accounts.hasOwner()) {
            return "redirect:/sign-in";
        }
        FormProblems problems = new FormProblems();
        SignInThrottle.SignInTry now = new SignInThrottle.SignInTry(THROTTLE_NAME, request.getRemoteAddr(), "");
        if (throttle.admit(now).isPositive()) {
            problems.add("code", DoorWords.TOO_MANY_TRIES);
        } else if (codeFits(code)) {
            throttle.notJudged(now);
        } else {
            problems.add("code", DoorWords.NOT_THE_CODE);
        }
        PasswordChoice.problem(password, name).ifPresent(problem -> problems.add("password", problem));
        if (!password.equals(again)) {
            problems.add("again", DoorWords.TWO_DIFFER);
        }
        if (problems.none() && add(name, password, problems)) {
            return "redirect:/sign-in?made";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("page", new FirstStartPage(name, problems));
        return "firststart";
    }

    private boolean add(String name, String password, FormProblems problems) {
        try {
            MakeOwner.Command wanted =
                    new MakeOwner.Command(Id.random(), new SignInName(name), passwords.encode(password));
            return switch (makeOwner.by(Actor.program(Actor.ProgramPart.FIRST_START), wanted)) {
                case MakeOwner.FirstOwner.Made made -> true;
                case MakeOwner.FirstOwner.Taken taken -> {
                    problems.add("name", DoorWords.OWNER_EXISTS);
                    yield false;
                }
            };
        } catch (BadValue notAName) {
            problems.add("name", new DoorWords.NameNeeded(SignInName.MOST_CHARACTERS));
            return false;
        }
    }

    private boolean codeFits(String code) {
        return !settings.firstStartCode().isBlank()
                && MessageDigest.isEqual(
                        code.strip().getBytes(StandardCharsets.UTF_8),
                        settings.firstStartCode().getBytes(StandardCharsets.UTF_8));
    }
}
