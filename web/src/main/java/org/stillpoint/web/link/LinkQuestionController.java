package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.practice.questionnaire.AskedReading;
import org.stillpoint.practice.questionnaire.AskedReading.AskedView;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.web.intake.IntakeAsking;
import org.stillpoint.web.questionnaire.AskedQuestion;
import org.stillpoint.web.questionnaire.QuestionAsking;
import org.stillpoint.web.questionnaire.QuestionPages;
import org.stillpoint.web.questionnaire.QuestionPages.Screen;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AskingWords;

/** Questionnaires behind a client's own link: it opens as often as they like, until the last that waits is handed in. */
@Controller
class LinkQuestionController {
    private final LinkDoorController door;
    private final AskedReading reading;
    private final QuestionAsking asking;

    LinkQuestionController(LinkDoorController door, AskedReading reading, QuestionAsking asking) {
        this.door = door;
        this.reading = reading;
        this.asking = asking;
    }

    private static String base(Link link) {
        return LinkAddress.path(link) + "/questionnaire";
    }

    /** What is asked behind the link. */
    private record OpenedQuestions(LinkSeen.OpenHere here, AskedView view) {}

    private Optional<OpenedQuestions> opened(Link link, HttpServletRequest request) {
        return door.see(link, request) instanceof LinkSeen.OpenHere here
                        && here.link().purpose() == LinkPurpose.QUESTIONNAIRE
                ? Optional.of(new OpenedQuestions(
                        here, reading.by(here.actor(), here.link().client())))
                : Optional.empty();
    }

    @GetMapping("/link/{secret}/questionnaire")
    String goOn(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return opened(link, request)
                .map(opened -> opened.view().open().stream()
                        .findFirst()
                        .map(next -> "redirect:" + AskedQuestion.goesOn(base(link), next))
                        .orElseGet(() -> ended(opened.view(), AskingWords.NOTHING_ASKED, model)))
                .orElseGet(() -> door.nothing(link, request, response, model));
    }

    private static Optional<AskedQuestion> asked(
            Optional<OpenedQuestions> opened, Link link, String filled, String step) {
        return opened.flatMap(it -> AskedQuestion.at(it.view(), filled, step, base(link), IntakeHand.CLIENT_BY_LINK));
    }

    @GetMapping("/link/{secret}/questionnaire/{filled}/{step}")
    String ask(
            @PathVariable String secret,
            @PathVariable String filled,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        Optional<OpenedQuestions> opened = opened(link, request);
        return asked(opened, link, filled, step)
                .map(asked -> page(asked, asking.screen(asked), model))
                .orElseGet(() ->
                        opened.isPresent() ? "redirect:" + base(link) : door.nothing(link, request, response, model));
    }

    @PostMapping("/link/{secret}/questionnaire/{filled}/{step}")
    @Nullable
    String answer(
            @PathVariable String secret,
            @PathVariable String filled,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        Optional<OpenedQuestions> opened = opened(link, request);
        Optional<AskedQuestion> found = asked(opened, link, filled, step);
        if (found.isEmpty()) {
            return opened.isPresent() ? "redirect:" + base(link) : door.nothing(link, request, response, model);
        }
        try {
            return switch (asking.answer(opened.get().here().actor(), found.get(), Form.of(request))) {
                case QuestionAsking.QuestionTurn.SentWrong mend -> {
                    response.setStatus(mend.status());
                    yield page(found.get(), asking.screen(found.get(), mend.form()), model);
                }
                case QuestionAsking.QuestionTurn.SavedOnly saved -> IntakeAsking.saved(response);
                case QuestionAsking.QuestionTurn.HandedIn in -> handedIn(link, found.get(), model);
                case QuestionAsking.QuestionTurn.Onwards onwards ->
                    onwards.flagged() ? flagged(found.get().view(), onwards.to(), model) : "redirect:" + onwards.to();
            };
        } catch (NotAllowed meanwhile) { // taken back, or at its end
            return door.nothing(link, request, response, model);
        }
    }

    /** With the last of them the link is used up: what is said then is said here. */
    private static String handedIn(Link link, AskedQuestion asked, Model model) {
        boolean more = asked.view().open().size() > 1;
        return more ? "redirect:" + base(link) : ended(asked.view(), AskingWords.IS_SAVED, model);
    }

    private static String page(AskedQuestion asked, Screen screen, Model model) {
        model.addAttribute(
                "page", new QuestionPages.ClientScreen(screen, asked.view().contacts(), ""));
        return "questionbyclient";
    }

    private static String ended(AskedView view, AskingWords said, Model model) {
        model.addAttribute("page", new QuestionPages.QuestionsEnd(said, false, view.contacts(), "", ""));
        return "questionend";
    }

    private static String flagged(AskedView view, String goOn, Model model) {
        model.addAttribute(
                "page", new QuestionPages.QuestionsEnd(AskingWords.IS_SAVED, true, view.contacts(), goOn, ""));
        return "questionend";
    }
}
