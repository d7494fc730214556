package org.stillpoint.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.people.AcceptInvitation;
import org.stillpoint.practice.people.AcceptInvitation.Accepted;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.PasswordChoice;
import org.stillpoint.web.security.SignInThrottle;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.DoorWords;

/** Makes the account of whoever was invited, once, for whoever has the link. */
@Controller
class InvitationController {

    private static final Actor STRANGER = Actor.program(Actor.ProgramPart.DOOR);

    /** Nobody's name: it has a blank. */
    private static final String THROTTLE_NAME = "invitation #";

    private final AcceptInvitation accept;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;

    InvitationController(AcceptInvitation accept, PasswordEncoder passwords, SignInThrottle throttle) {
        this.accept = accept;
        this.passwords = passwords;
        this.throttle = throttle;
    }

    @GetMapping("/invitation/{secret}")
    String show(@PathVariable String secret, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return page(link, accept.roleOf(STRANGER, link.hash()), "", new FormProblems(), response, model);
    }

    @PostMapping("/invitation/{secret}")
    String make(
            @PathVariable String secret,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String again,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        Optional<Role> role = accept.roleOf(STRANGER, link.hash());
        FormProblems problems = new FormProblems();
        if (role.isEmpty()) {
            return page(link, role, name, problems, response, model);
        }
        PasswordChoice.problem(password, name).ifPresent(problem -> problems.add("password", problem));
        if (!password.equals(again)) {
            problems.add("again", DoorWords.TWO_DIFFER);
        }
        if (problems.none() && isMade(link, name, password, request, problems)) {
            return "redirect:/sign-in?made";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(link, role, name, problems, response, model);
    }

    /** Which names are taken is told to whoever has a link, and not as often as they like. */
    private boolean isMade(Link link, String name, String password, HttpServletRequest request, FormProblems problems) {
        SignInThrottle.SignInTry now = new SignInThrottle.SignInTry(THROTTLE_NAME, request.getRemoteAddr(), "");
        if (throttle.admit(now).isPositive()) {
            problems.add("name", DoorWords.TOO_MANY_TRIES);
            return false;
        }
        try {
            AcceptInvitation.Command wanted = new AcceptInvitation.Command(
                    Id.random(), link.hash(), new SignInName(name), passwords.encode(password));
            return switch (accept.by(STRANGER, wanted)) {
                case Accepted.Welcomed made -> {
                    throttle.notJudged(now);
                    yield true;
                }
                case Accepted.NameIsTaken taken -> {
                    problems.add("name", DoorWords.NAME_TAKEN);
                    yield false;
                }
                case Accepted.LinkOpensNothing used -> {
                    problems.add("name", DoorWords.LINK_OPENS_NOTHING);
                    yield false;
                }
            };
        } catch (BadValue notAName) {
            throttle.notJudged(now);
            problems.add("name", new DoorWords.NameNeeded(SignInName.MOST_CHARACTERS));
            return false;
        }
    }

    private static String page(
            Link link,
            Optional<Role> role,
            String name,
            FormProblems problems,
            HttpServletResponse response,
            Model model) {
        if (role.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        model.addAttribute("page", new InvitationPage(role, InvitationAddress.path(link), name, problems));
        return "invitation";
    }
}
