package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.ChangeSessionHabits;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.KeyMark;
import org.stillpoint.record.account.SessionHabits;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.HabitWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SettingWords;

/** Somebody chooses for themselves with which hand and by which keys they hold a session. */
@Controller
class HabitsController {
    private static final String PAGE = "/account/session";
    private static final String LEFT_HAND = "leftHand";
    private static final String LICENSED_IN = "licensedIn";
    private static final String ARCS_FIRST = "arcsFirst";

    private final ChangeSessionHabits change;

    HabitsController(ChangeSessionHabits change) {
        this.change = change;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        requireTreats(actor);
        return page(
                change.read(actor),
                request.getParameter("saved") == null ? Optional.empty() : Optional.of(SettingWords.SAVED),
                model);
    }

    @PostMapping(PAGE)
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireTreats(actor);
        Form form = Form.of(request);
        Map<String, KeyMark> keys = keys(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new HabitsPage(form, form.version().number(), Optional.empty()));
            return "habits";
        }
        var wanted = new SessionHabits(
                form.chosen(LEFT_HAND, "yes"),
                form.chosen(ARCS_FIRST, "yes"),
                keys,
                form.text(LICENSED_IN),
                form.version());
        return switch (change.by(actor, new ChangeSessionHabits.Command(form.key(), wanted))) {
            case Answer.Done<SessionHabits> done -> "redirect:" + PAGE + "?saved";
            case Answer.Again<SessionHabits> again -> "redirect:" + PAGE + "?saved";
            case Answer.Changed<SessionHabits> changed -> stale(changed.kept(), response, model);
            case Answer.Other<SessionHabits> other -> stale(other.kept(), response, model);
            case Answer.No<SessionHabits> no -> throw new Refused(no.rule(), form.key());
        };
    }

    /** A page on which nothing could be saved is shown to nobody. */
    private static void requireTreats(Actor actor) {
        if (!Membership.seesWhatWasTold(actor)) {
            throw new NotAllowed(Act.CHANGE_SESSION_HABITS.name());
        }
    }

    private static String stale(SessionHabits kept, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(kept, Optional.of(SettingWords.CHANGED), model);
    }

    /** Which key makes which mark; what cannot be is noted in the form. */
    private static Map<String, KeyMark> keys(Form form) {
        Map<String, KeyMark> keys = new HashMap<>();
        for (KeyMark mark : KeyMark.values()) {
            String field = HabitsPage.field(mark);
            String key = SessionHabits.name(form.raw(field));
            if (key.isEmpty()) {
                continue;
            }
            if (key.length() > SessionHabits.MOST_CHARACTERS) {
                form.problems().add(field, HabitWords.NO_KEY);
            } else if (SessionHabits.isOfThePage(key)) {
                form.problems().add(field, HabitWords.OF_THE_PAGE);
            } else if (keys.putIfAbsent(key, mark) != null) {
                form.problems().add(field, HabitWords.IN_USE);
            }
        }
        return keys;
    }

    private static String page(SessionHabits kept, Optional<Message> said, Model model) {
        Map<String, List<String>> values = new HashMap<>();
        kept.byMark().forEach((mark, key) -> values.put(HabitsPage.field(mark), List.of(key)));
        values.put(LICENSED_IN, List.of(kept.licensedIn().value()));
        if (kept.leftHand()) {
            values.put(LEFT_HAND, List.of("yes"));
        }
        if (kept.arcsFirst()) {
            values.put(ARCS_FIRST, List.of("yes"));
        }
        model.addAttribute(
                "page", new HabitsPage(Form.of(values), kept.version().number(), said));
        return "habits";
    }
}
