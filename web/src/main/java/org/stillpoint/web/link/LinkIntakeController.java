package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.IntakeReading;
import org.stillpoint.practice.intake.IntakeReading.IntakeView;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.intake.AskedStep;
import org.stillpoint.web.intake.EventPart;
import org.stillpoint.web.intake.IntakeAsking;
import org.stillpoint.web.intake.IntakePages;
import org.stillpoint.web.intake.IntakeQuestion;
import org.stillpoint.web.view.Form;

/** The intake behind a client's own link: it opens as often as they like, until they hand it in. */
@Controller
class LinkIntakeController {
    private static final List<IntakeStep> STEPS = List.of(IntakeStep.values());

    private final LinkDoorController door;
    private final IntakeReading reading;
    private final IntakeAsking asking;
    private final AnswerIntakeStep answerStep;

    LinkIntakeController(
            LinkDoorController door, IntakeReading reading, IntakeAsking asking, AnswerIntakeStep answerStep) {
        this.door = door;
        this.reading = reading;
        this.asking = asking;
        this.answerStep = answerStep;
    }

    private static String base(Link link) {
        return LinkAddress.path(link) + "/intake";
    }

    /** What goes on behind the link; empty where it opens nothing, or nothing is left to answer. */
    private record OpenedIntake(LinkSeen.OpenHere here, IntakeView view, Intake intake, List<IntakeStep> steps) {
        AskedStep asked(Link link, IntakeStep step, HttpServletRequest request) {
            return new AskedStep(
                    view,
                    intake,
                    steps,
                    step,
                    base(link),
                    IntakeHand.CLIENT_BY_LINK,
                    step == IntakeStep.EVENTS ? EventPart.of(Form.of(request)) : Optional.empty());
        }
    }

    private Optional<OpenedIntake> opened(Link link, HttpServletRequest request) {
        return door.see(link, request) instanceof LinkSeen.OpenHere here
                        && here.link().purpose() == LinkPurpose.INTAKE
                ? opened(here)
                : Optional.empty();
    }

    private Optional<OpenedIntake> opened(LinkSeen.OpenHere here) {
        IntakeView view = reading.by(here.actor(), here.link().client());
        return view.intake()
                .filter(Intake::isOpen)
                .map(intake -> new OpenedIntake(here, view, intake, AnswerIntakeStep.open(intake, STEPS)))
                .filter(opened -> !opened.steps().isEmpty());
    }

    @GetMapping("/link/{secret}/intake")
    String goOn(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return opened(link, request)
                .map(opened -> opened.steps().stream()
                        .filter(step -> !opened.intake().isDone(step))
                        .findFirst()
                        .map(step -> "redirect:" + base(link) + "/" + IntakeQuestion.address(step))
                        .orElseGet(() -> ended(link, opened.view(), false, model)))
                .orElseGet(() -> door.nothing(link, request, response, model));
    }

    @GetMapping("/link/{secret}/intake/{step}")
    String ask(
            @PathVariable String secret,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        Optional<OpenedIntake> opened = opened(link, request);
        Optional<IntakeStep> asked = IntakeQuestion.step(step)
                .filter(one -> opened.filter(it -> it.steps().contains(one)).isPresent());
        if (opened.isEmpty() || asked.isEmpty()) {
            return door.nothing(link, request, response, model);
        }
        return page(
                asking.question(opened.get().here().actor(), opened.get().asked(link, asked.get(), request)), model);
    }

    @PostMapping("/link/{secret}/intake/{step}")
    @Nullable
    String answer(
            @PathVariable String secret,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        Optional<OpenedIntake> found = opened(link, request);
        Optional<IntakeStep> one = IntakeQuestion.step(step)
                .filter(each -> found.filter(it -> it.steps().contains(each)).isPresent());
        if (found.isEmpty() || one.isEmpty()) {
            return door.nothing(link, request, response, model);
        }
        Actor actor = found.get().here().actor();
        AskedStep asked = found.get().asked(link, one.get(), request);
        Form form = Form.of(request);
        try {
            return switch (asking.answer(actor, asked, form)) {
                case IntakeAsking.StepTurn.AskedAgain mend -> {
                    response.setStatus(mend.status());
                    yield page(asking.again(actor, asked, mend.form()), model);
                }
                case IntakeAsking.StepTurn.Onward onward ->
                    IntakeAsking.isSaving(request)
                            ? IntakeAsking.saved(response)
                            : after(link, found.get(), asked, form, onward.flagged(), model);
            };
        } catch (NotAllowed meanwhile) { // taken back, or at its end
            return door.nothing(link, request, response, model);
        }
    }

    private static String after(
            Link link, OpenedIntake opened, AskedStep asked, Form form, boolean flagged, Model model) {
        return flagged
                ? ended(link, opened.view(), true, model)
                : asked.next(form)
                        .map(next -> "redirect:" + next)
                        .orElseGet(() -> ended(link, opened.view(), false, model));
    }

    /** The client has answered what they want to, and the link opens nothing from then on. */
    @PostMapping("/link/{secret}/intake-done")
    String handIn(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        Optional<OpenedIntake> opened = opened(link, request);
        if (opened.isEmpty()) {
            return door.nothing(link, request, response, model);
        }
        answerStep.handIn(
                opened.get().here().actor(),
                opened.get().here().link().client(),
                Form.of(request).key(),
                opened.get().intake().id());
        model.addAttribute(
                "page", new IntakePages.ClientEnd("", false, opened.get().view().contacts(), "", ""));
        return "intakeended";
    }

    private static String page(IntakeQuestion question, Model model) {
        model.addAttribute("page", new IntakePages.ClientStep(question, ""));
        return IntakePages.byClient(question);
    }

    private static String ended(Link link, IntakeView view, boolean flagged, Model model) {
        String path = LinkAddress.path(link);
        model.addAttribute(
                "page",
                new IntakePages.ClientEnd(
                        "", flagged, view.contacts(), path + "/intake-done", base(link) + "/" + first()));
        return "intakeended";
    }

    private static String first() {
        return IntakeQuestion.address(STEPS.getFirst());
    }
}
