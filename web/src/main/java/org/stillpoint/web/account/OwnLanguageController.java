package org.stillpoint.web.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.access.ChangeOwnLanguage;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;

/** Somebody chooses in which language they read the pages. */
@Controller
class OwnLanguageController {
    private static final String LANGUAGE = "language";

    private final ChangeOwnLanguage change;

    OwnLanguageController(ChangeOwnLanguage change) {
        this.change = change;
    }

    @PostMapping("/account/language")
    String write(Actor actor, HttpServletRequest request) {
        Form form = Form.of(request);
        change.by(actor, new ChangeOwnLanguage.Command(form.key(), chosen(form.raw(LANGUAGE))));
        return "redirect:/account?spoken";
    }

    private static Optional<PracticeLanguage> chosen(String name) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(PracticeLanguage.values())
                .filter(language -> language.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadValue(LANGUAGE, "an unknown one", "one that the program speaks")));
    }
}
