package org.stillpoint.web.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.people.ChangeName;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.account.OwnPassword;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.view.FormProblems;
import org.stillpoint.words.DoorWords;

/** The name that one signs in with is changed by whoever knows the password. */
@Controller
class NameController {

    private final ChangeName changeName;
    private final OwnPassword password;
    private final OpenSignIns signIns;

    NameController(ChangeName changeName, OwnPassword password, OpenSignIns signIns) {
        this.changeName = changeName;
        this.password = password;
        this.signIns = signIns;
    }

    @GetMapping("/account/name")
    String show(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("page", new NamePage(present(request), "", new FormProblems()));
        return "name";
    }

    @PostMapping("/account/name")
    String change(
            Actor actor,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String current,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        FormProblems problems = new FormProblems();
        if (isChanged(actor, key, name, current, request, problems)) {
            signIns.beginAgain(person(actor).account(), request, response); // the change has ended them all
            return "redirect:/account?renamed";
        }
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("page", new NamePage(present(request), name, problems));
        return "name";
    }

    private boolean isChanged(
            Actor actor, String key, String name, String current, HttpServletRequest request, FormProblems problems) {
        try {
            SignInName wanted = new SignInName(name);
            password.require(current, request, problems);
            if (problems.none() && !changeName.by(actor, new ChangeName.Command(Id.of(key), wanted))) {
                problems.add("name", DoorWords.NAME_TAKEN);
            }
        } catch (BadValue notAName) {
            problems.add("name", new DoorWords.NameNeeded(SignInName.MOST_CHARACTERS));
        }
        return problems.none();
    }

    private static String present(HttpServletRequest request) {
        return request.getUserPrincipal().getName();
    }

    private static Actor.Person person(Actor actor) {
        if (actor instanceof Actor.Person person) {
            return person;
        }
        throw new NotAllowed(Act.CHANGE_NAME.name());
    }
}
