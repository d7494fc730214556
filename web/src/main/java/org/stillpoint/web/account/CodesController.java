package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.SecondFactors;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.DoorWords;

/** One-time codes as the second step of signing in: set up on a device, and given up again, by whoever knows the password. */
@Controller
class CodesController {

    private static final Pattern SECRET = Pattern.compile("[A-Z2-7]{32}");

    private final SecondFactors factors;
    private final OwnPassword password;
    private final OpenSignIns signIns;

    CodesController(SecondFactors factors, OwnPassword password, OpenSignIns signIns) {
        this.signIns = signIns;
        this.factors = factors;
        this.password = password;
    }

    @GetMapping("/account/codes")
    String ask(HttpServletRequest request, Model model) {
        return page(SecondFactors.newSecret(), new FormProblems(), List.of(), request, model);
    }

    @PostMapping("/account/codes")
    String set(
            Actor actor,
            @RequestParam(defaultValue = "") String secret,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormProblems problems = new FormProblems();
        boolean whole = SECRET.matcher(secret).matches();
        if (!whole) {
            problems.add("code", DoorWords.NOT_THAT_CODE);
        }
        password.require(current, request, problems);
        List<String> recovery = List.of();
        if (problems.none()) {
            recovery = factors.set(actor, secret, code);
            if (recovery.isEmpty()) {
                problems.add("code", AccountWords.NOT_OF_THIS_DEVICE);
            } else {
                signIns.stepSetUp(request);
            }
        }
        if (!problems.none()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        return page(whole ? secret : SecondFactors.newSecret(), problems, recovery, request, model);
    }

    @PostMapping("/account/codes/end")
    String end(Actor actor, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
        if (!password.isRight(current, request)) {
            return "redirect:/account?notCurrent";
        }
        return factors.remove(actor) ? "redirect:/account?codesEnded" : "redirect:/account?stepDemanded";
    }

    @PostMapping("/account/codes/renew")
    String renew(
            Actor actor, @RequestParam(defaultValue = "") String current, HttpServletRequest request, Model model) {
        if (!password.isRight(current, request)) {
            return "redirect:/account?notCurrent";
        }
        List<String> recovery = factors.renewRecovery(actor);
        return recovery.isEmpty() ? "redirect:/account" : page("", new FormProblems(), recovery, request, model);
    }

    private static String page(
            String secret, FormProblems problems, List<String> recovery, HttpServletRequest request, Model model) {
        String name = request.getUserPrincipal().getName();
        Optional<QrPicture> picture =
                recovery.isEmpty() ? Optional.of(QrPicture.of(SecondFactors.address(secret, name))) : Optional.empty();
        model.addAttribute("page", new CodesPage(name, secret, picture, problems, recovery));
        return "codes";
    }
}
