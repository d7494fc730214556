package org.stillpoint.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.setting.ChangeTechniques;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.setting.TechniqueList;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.SettingWords;
import org.stillpoint.words.Speaker;

/** The practice writes what its therapists work with: for the owner. */
@Controller
class TechniquesController {
    private static final String PAGE = "/practice/techniques";

    private final SettingReading reading;
    private final ChangeTechniques change;
    private final Speaker speaker;

    TechniquesController(SettingReading reading, ChangeTechniques change, Speaker speaker) {
        this.reading = reading;
        this.change = change;
        this.speaker = speaker;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        SettingsController.requireOwner(actor, Act.CHANGE_TECHNIQUES);
        return page(reading.techniques(actor), SettingsController.saved(request), model);
    }

    @PostMapping(PAGE)
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        SettingsController.requireOwner(actor, Act.CHANGE_TECHNIQUES);
        Form form = Form.of(request);
        List<String> typed = SettingsController.lines(
                form,
                "names",
                TechniqueList.MOST,
                new SettingWords.TooManyTechniques(TechniqueList.MOST),
                TechniqueList.MOST_CHARACTERS);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return SettingsController.written("techniques", form, form.version().number(), Optional.empty(), model);
        }
        List<String> names = typed.equals(SessionWords.techniques(speaker)) ? List.of() : typed;
        var wanted = new ChangeTechniques.Command(form.key(), new TechniqueList(names, form.version()));
        return SettingsController.answered(
                change.by(actor, wanted),
                PAGE,
                form,
                response,
                kept -> page(kept, Optional.of(SettingWords.CHANGED), model));
    }

    private String page(TechniqueList kept, Optional<Message> said, Model model) {
        List<String> names = kept.names().isEmpty() ? SessionWords.techniques(speaker) : kept.names();
        Form form = Form.of(Map.of("names", List.of(String.join("\n", names))));
        return SettingsController.written("techniques", form, kept.version().number(), said, model);
    }
}
