package org.stillpoint.web.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.questionnaire.AskedReading;
import org.stillpoint.practice.questionnaire.AskedReading.AskedView;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.intake.IntakeAsking;
import org.stillpoint.web.questionnaire.QuestionPages.Screen;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AskingWords;

/** Questionnaires at the practice: on the screen of whoever treats the client, or on a device that was handed over. */
@Controller
class QuestionController {
    private final OpenSignIns signIns;
    private final AskedReading reading;
    private final QuestionAsking asking;
    private final Clock clock;

    QuestionController(OpenSignIns signIns, AskedReading reading, QuestionAsking asking, Clock clock) {
        this.signIns = signIns;
        this.reading = reading;
        this.asking = asking;
        this.clock = clock;
    }

    private static String base(Id<Client> client) {
        return "/clients/" + client + "/questionnaire";
    }

    private static String overview(Id<Client> client) {
        return "redirect:/clients/" + client + "/measures";
    }

    private boolean isHanded(HttpServletRequest request) {
        return signIns.isHanded(request, HandedTask.QUESTIONNAIRE);
    }

    /** Where it goes on. */
    @GetMapping("/clients/{id}/questionnaire")
    String goOn(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        AskedView view = reading.by(actor, Id.of(id));
        Id<Client> client = view.client().id();
        if (!isHanded(request)) {
            return overview(client);
        }
        return view.open().stream()
                .findFirst()
                .map(next -> "redirect:" + AskedQuestion.goesOn(base(client), next))
                .orElseGet(() -> ended(view, false, model));
    }

    /** The device goes to the client; the lock lets nothing else through until it is taken back. */
    @PostMapping("/clients/{id}/questionnaire/hand-over")
    String handOver(Actor actor, @PathVariable String id, HttpServletRequest request) {
        AskedView view = reading.by(actor, Id.of(id));
        if (view.open().isEmpty()) {
            throw new NoSuchRecord("questionnaire", view.client().id());
        }
        signIns.handOver(new HandedScreen(view.client().id(), HandedTask.QUESTIONNAIRE), request);
        return "redirect:" + base(view.client().id());
    }

    private Optional<AskedQuestion> asked(AskedView view, String filled, String step, HttpServletRequest request) {
        return AskedQuestion.at(
                view,
                filled,
                step,
                base(view.client().id()),
                isHanded(request) ? IntakeHand.CLIENT_HERE : IntakeHand.THERAPIST);
    }

    @GetMapping("/clients/{id}/questionnaire/{filled}/{step}")
    String ask(
            Actor actor,
            @PathVariable String id,
            @PathVariable String filled,
            @PathVariable String step,
            HttpServletRequest request,
            Model model) {
        AskedView view = reading.by(actor, Id.of(id));
        return asked(view, filled, step, request)
                .map(asked -> page(asked, asking.screen(asked), request, model))
                .orElseGet(() -> "redirect:" + base(view.client().id()));
    }

    @PostMapping("/clients/{id}/questionnaire/{filled}/{step}")
    @Nullable
    String answer(
            Actor actor,
            @PathVariable String id,
            @PathVariable String filled,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AskedView view = reading.by(actor, Id.of(id));
        Optional<AskedQuestion> found = asked(view, filled, step, request);
        if (found.isEmpty()) {
            return "redirect:" + base(view.client().id());
        }
        return switch (asking.answer(actor, found.get(), Form.of(request))) {
            case QuestionAsking.QuestionTurn.SentWrong mend -> {
                response.setStatus(mend.status());
                yield page(found.get(), asking.screen(found.get(), mend.form()), request, model);
            }
            case QuestionAsking.QuestionTurn.SavedOnly saved -> IntakeAsking.saved(response);
            case QuestionAsking.QuestionTurn.HandedIn in ->
                "redirect:" + base(view.client().id());
            case QuestionAsking.QuestionTurn.Onwards onwards -> after(view, onwards, request, model);
        };
    }

    private String after(
            AskedView view, QuestionAsking.QuestionTurn.Onwards onwards, HttpServletRequest request, Model model) {
        if (!onwards.flagged()) {
            return "redirect:" + onwards.to();
        }
        return isHanded(request)
                ? ended(view, true, model)
                : "redirect:/help-now?for=" + view.client().id();
    }

    private String page(AskedQuestion asked, Screen screen, HttpServletRequest request, Model model) {
        if (isHanded(request)) {
            model.addAttribute(
                    "page",
                    new QuestionPages.ClientScreen(screen, asked.view().contacts(), "/clients/" + asked.client()));
            return "questionbyclient";
        }
        model.addAttribute(
                "page",
                new QuestionPages.TherapistScreen(
                        screen, ClientHead.of(asked.view().client(), LocalDate.now(clock))));
        return "questionbytherapist";
    }

    private static String ended(AskedView view, boolean flagged, Model model) {
        Id<Client> client = view.client().id();
        model.addAttribute(
                "page",
                new QuestionPages.QuestionsEnd(
                        view.sheets().stream()
                                        .anyMatch(
                                                one -> one.filled().answeredAt().isPresent())
                                ? AskingWords.IS_SAVED
                                : AskingWords.NOTHING_ASKED,
                        flagged,
                        view.contacts(),
                        flagged ? base(client) : "",
                        "/clients/" + client));
        return "questionend";
    }
}
