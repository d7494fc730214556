package org.stillpoint.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.setting.ChangeAftercareText;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AftercareWords;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SettingWords;
import org.stillpoint.words.Speaker;

/** The practice writes what clients take home after a session: for the owner. */
@Controller
class AftercareTextController {
    private static final String PAGE = "/practice/aftercare";

    private final SettingReading reading;
    private final ChangeAftercareText change;
    private final Speaker speaker;

    AftercareTextController(SettingReading reading, ChangeAftercareText change, Speaker speaker) {
        this.reading = reading;
        this.change = change;
        this.speaker = speaker;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        SettingsController.requireOwner(actor, Act.CHANGE_AFTERCARE_TEXT);
        return page(reading.aftercareText(actor), SettingsController.saved(request), model);
    }

    @PostMapping(PAGE)
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        SettingsController.requireOwner(actor, Act.CHANGE_AFTERCARE_TEXT);
        Form form = Form.of(request);
        String typed = form.raw("text").strip().replaceAll("\r\n?", "\n");
        if (typed.length() > AftercareText.MOST_CHARACTERS) {
            form.problems().add("text", new FormWords.TooLong(typed.length(), AftercareText.MOST_CHARACTERS));
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return SettingsController.written(
                    "aftercaretext", form, form.version().number(), Optional.empty(), model);
        }
        PrivateText text = typed.equals(standard()) ? PrivateText.NONE : new PrivateText(typed);
        var wanted = new ChangeAftercareText.Command(form.key(), new AftercareText(text, form.version()));
        return SettingsController.answered(
                change.by(actor, wanted),
                PAGE,
                form,
                response,
                kept -> page(kept, Optional.of(SettingWords.CHANGED), model));
    }

    private String page(AftercareText kept, Optional<Message> said, Model model) {
        String text = kept.text().isEmpty() ? standard() : kept.text().value();
        Form form = Form.of(Map.of("text", List.of(text)));
        return SettingsController.written("aftercaretext", form, kept.version().number(), said, model);
    }

    private String standard() {
        return AftercareWords.text().stream().map(speaker::say).collect(Collectors.joining("\n\n"));
    }
}
