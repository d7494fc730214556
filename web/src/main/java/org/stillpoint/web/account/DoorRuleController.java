package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.signin.DoorRuleReading;
import org.stillpoint.practice.signin.SetDoorRule;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.DoorRuleWords;
import org.stillpoint.words.FormWords;

/** What the practice asks of whoever comes in, for the owner; and the page of whoever has to set up a second step first. */
@Controller
class DoorRuleController {

    private static final String ASKED = "yes";

    private final DoorRuleReading reading;
    private final SetDoorRule setRule;

    DoorRuleController(DoorRuleReading reading, SetDoorRule setRule) {
        this.reading = reading;
        this.setRule = setRule;
    }

    @GetMapping("/practice/door")
    String show(Actor actor, HttpServletRequest request, Model model) {
        DoorRuleReading.DoorRuleView read = reading.by(actor);
        Form form = Form.of(Map.of(
                "secondStep", List.of(read.rule().secondStep() ? ASKED : ""),
                "linkDays", List.of(String.valueOf(read.rule().linkDays()))));
        return page(read, form, request.getParameter("set") != null, model);
    }

    @PostMapping("/practice/door")
    String set(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        OptionalDouble days = form.number("linkDays", DoorRule.LEAST_DAYS, DoorRule.MOST_DAYS);
        if (form.good() && (days.isEmpty() || days.getAsDouble() != Math.rint(days.getAsDouble()))) {
            form.problems().add("linkDays", new FormWords.WholeNumberBetween(DoorRule.LEAST_DAYS, DoorRule.MOST_DAYS));
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(reading.by(actor), form, false, model);
        }
        DoorRule rule = new DoorRule(form.raw("secondStep").equals(ASKED), (int) days.getAsDouble());
        setRule.by(actor, new SetDoorRule.Command(form.key(), rule));
        return "redirect:/practice/door?set";
    }

    /** Nothing else answers to whoever is led here. */
    @GetMapping("/account/second-step")
    String demanded(Model model) {
        return "secondstep";
    }

    private static String page(DoorRuleReading.DoorRuleView read, Form form, boolean isSet, Model model) {
        model.addAttribute(
                "page",
                new DoorRulePage(
                        form,
                        form.raw("secondStep").equals(ASKED),
                        isSet,
                        read.passwordAlone().stream()
                                .map(SignInName::value)
                                .map(DoorRuleWords.PasswordAlone::new)
                                .toList()));
        return "doorrule";
    }
}
