package org.stillpoint.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.setting.ChangeSessionTimer;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;
import org.stillpoint.words.SettingWords;

/** The practice chooses when a running session marks the time: for the owner. */
@Controller
class TimerController {
    private static final String PAGE = "/practice/timer";
    private static final String FIRST = "first";
    private static final String SECOND = "second";

    private final SettingReading reading;
    private final ChangeSessionTimer change;

    TimerController(SettingReading reading, ChangeSessionTimer change) {
        this.reading = reading;
        this.change = change;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        SettingsController.requireOwner(actor, Act.CHANGE_SESSION_TIMER);
        return page(reading.sessionTimer(actor), SettingsController.saved(request), model);
    }

    @PostMapping(PAGE)
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        SettingsController.requireOwner(actor, Act.CHANGE_SESSION_TIMER);
        Form form = Form.of(request);
        OptionalDouble first = minutes(form, FIRST);
        OptionalDouble second = minutes(form, SECOND);
        if (first.isPresent() && second.isPresent() && first.getAsDouble() >= second.getAsDouble()) {
            form.problems().add(SECOND, SettingWords.TIMER_ORDER);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return SettingsController.written("timer", form, form.version().number(), Optional.empty(), model);
        }
        SessionTimer timer = new SessionTimer(
                (int) first.orElse(SessionTimer.USUAL.firstMark()),
                (int) second.orElse(SessionTimer.USUAL.secondMark()),
                form.version());
        return SettingsController.answered(
                change.by(actor, new ChangeSessionTimer.Command(form.key(), timer)),
                PAGE,
                form,
                response,
                kept -> page(kept, Optional.of(SettingWords.CHANGED), model));
    }

    /** Whole minutes; empty where none or no such number is given, which is noted in the form. */
    private static OptionalDouble minutes(Form form, String field) {
        OptionalDouble typed = form.number(field, SessionTimer.LEAST_MINUTES, SessionTimer.MOST_MINUTES);
        if (typed.isEmpty() ? form.raw(field).isBlank() : typed.getAsDouble() != Math.rint(typed.getAsDouble())) {
            form.problems().add(field, new SettingWords.WholeMinutes(SessionTimer.MOST_MINUTES));
            return OptionalDouble.empty();
        }
        return typed;
    }

    private static String page(SessionTimer kept, Optional<Message> said, Model model) {
        Form form = Form.of(Map.of(
                FIRST, List.of(String.valueOf(kept.firstMark())), SECOND, List.of(String.valueOf(kept.secondMark()))));
        return SettingsController.written("timer", form, kept.version().number(), said, model);
    }
}
