package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.OwnPasskeys;
import org.stillpoint.web.security.PasskeyCheck;
import org.stillpoint.web.security.SecondFactors;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.AccountWords;

/** One's own passkeys: made, removed, and asked for after the password, by whoever knows the password. */
@Controller
class PasskeysController {

    private final OwnPasskeys passkeys;
    private final SecondFactors factors;
    private final OwnPassword password;
    private final OpenSignIns signIns;

    PasskeysController(OwnPasskeys passkeys, SecondFactors factors, OwnPassword password, OpenSignIns signIns) {
        this.signIns = signIns;
        this.passkeys = passkeys;
        this.factors = factors;
        this.password = password;
    }

    @GetMapping("/account/passkeys")
    String ask(HttpServletRequest request, Model model) {
        return page("", Optional.empty(), new FormProblems(), request, model);
    }

    /** The password was typed: the device may make one now. */
    @PostMapping("/account/passkeys")
    String begin(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormProblems problems = new FormProblems();
        if (name.isBlank() || name.strip().length() > Passkey.MOST_CHARACTERS) {
            problems.add("name", new AccountWords.PasskeyNameNeeded(Passkey.MOST_CHARACTERS));
        }
        password.require(current, request, problems);
        Optional<String> make =
                problems.none() ? passkeys.toMake(account(actor), name(request), request) : Optional.empty();
        if (!problems.none()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return page(name, make, problems, request, model);
    }

    /** The device has made one. Where the practice demands a second step, this is one, and recovery codes go with it. */
    @PostMapping("/account/passkeys/add")
    String add(
            Actor actor,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormProblems problems = new FormProblems();
        boolean demanded = signIns.awaitsStep(request);
        try {
            if (passkeys.add(actor, name, passkey, request)) {
                signIns.stepSetUp(request);
                List<String> recovery = demanded ? factors.askForPasskey(actor) : List.of();
                return recovery.isEmpty() ? "redirect:/account?passkeyAdded" : recovery(recovery, request, model);
            }
            problems.add("passkey", AccountWords.PASSKEY_NOT_MADE);
        } catch (BadValue noName) {
            problems.add("name", new AccountWords.PasskeyNameNeeded(Passkey.MOST_CHARACTERS));
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(name, Optional.empty(), problems, request, model);
    }

    @PostMapping("/account/passkeys/{passkey}/remove")
    String remove(
            Actor actor,
            @PathVariable String passkey,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request) {
        if (!password.isRight(current, request)) {
            return "redirect:/account?notCurrent";
        }
        passkeys.remove(actor, Id.of(passkey));
        return "redirect:/account?passkeyRemoved";
    }

    /** The password alone is enough no more. */
    @PostMapping("/account/passkeys/ask")
    String askAfterPassword(
            Actor actor, @RequestParam(defaultValue = "") String current, HttpServletRequest request, Model model) {
        if (!password.isRight(current, request)) {
            return "redirect:/account?notCurrent";
        }
        List<String> recovery = factors.askForPasskey(actor);
        return recovery.isEmpty() ? "redirect:/account" : recovery(recovery, request, model);
    }

    /** Shown once. */
    private static String recovery(List<String> codes, HttpServletRequest request, Model model) {
        model.addAttribute("page", new CodesPage(name(request), "", Optional.empty(), new FormProblems(), codes));
        return "codes";
    }

    private static String page(
            String name, Optional<String> make, FormProblems problems, HttpServletRequest request, Model model) {
        model.addAttribute(
                "page",
                new PasskeysPage(
                        name(request),
                        name,
                        make,
                        PasskeyCheck.instead(request),
                        PasskeyCheck.possible(request),
                        problems));
        return "passkeys";
    }

    private static String name(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static Id<Account> account(Actor actor) {
        return actor.ownAccount().orElseThrow(() -> new NotAllowed(Act.CHANGE_PASSWORD.name()));
    }
}
