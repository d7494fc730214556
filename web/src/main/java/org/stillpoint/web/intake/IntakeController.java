package org.stillpoint.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.BeginIntake;
import org.stillpoint.practice.intake.CompleteIntake;
import org.stillpoint.practice.intake.IntakeReading;
import org.stillpoint.practice.intake.IntakeReading.IntakeView;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.intake.IntakePages.StepRow;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** The intake at the practice: by whoever treats the client, or by the client on a device that was handed over. */
@Controller
class IntakeController {
    private static final List<IntakeStep> STEPS = List.of(IntakeStep.values());

    private final OpenSignIns signIns;
    private final IntakeReading reading;
    private final BeginIntake begin;
    private final AnswerIntakeStep answerStep;
    private final CompleteIntake complete;
    private final Speaker speaker;
    private final Clock clock;

    IntakeController(
            OpenSignIns signIns,
            IntakeReading reading,
            BeginIntake begin,
            AnswerIntakeStep answerStep,
            CompleteIntake complete,
            Speaker speaker,
            Clock clock) {
        this.signIns = signIns;
        this.reading = reading;
        this.begin = begin;
        this.answerStep = answerStep;
        this.complete = complete;
        this.speaker = speaker;
        this.clock = clock;
    }

    private static String base(Id<Client> client) {
        return "/clients/" + client + "/intake";
    }

    private static String to(Id<Client> client, IntakeStep step) {
        return "redirect:" + base(client) + "/" + IntakeQuestion.address(step);
    }

    private boolean isHanded(HttpServletRequest request) {
        return signIns.isHanded(request, HandedTask.INTAKE);
    }

    @GetMapping("/clients/{id}/intake")
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        IntakeView view = reading.by(actor, Id.of(id));
        Optional<Intake> open = view.intake().filter(Intake::isOpen);
        if (isHanded(request)) {
            List<IntakeStep> asked =
                    open.map(intake -> AnswerIntakeStep.open(intake, STEPS)).orElse(List.of());
            return asked.isEmpty()
                    ? ended(view, false, model)
                    : to(
                            view.client().id(),
                            asked.stream()
                                    .filter(step -> !open.orElseThrow().isDone(step))
                                    .findFirst()
                                    .orElse(asked.getFirst()));
        }
        model.addAttribute("page", overview(view, open));
        return "intake";
    }

    private IntakePages.IntakeOverview overview(IntakeView view, Optional<Intake> open) {
        ClientHead head = ClientHead.of(view.client(), LocalDate.now(clock));
        return new IntakePages.IntakeOverview(
                head,
                open.map(IntakeWords::goesOn),
                open.map(intake -> intake.id().toString())
                        .orElseGet(() -> Id.random().toString()),
                open.map(intake -> String.valueOf(intake.version().number())).orElse(""),
                open.map(intake -> base(view.client().id()) + "/" + IntakeQuestion.address(intake.goesOnAt()))
                        .orElse(""),
                view.intake().flatMap(Intake::completedAt).map(at -> new IntakeWords.CompletedOn(speaker.day(at))),
                view.intake().stream()
                        .flatMap(intake -> STEPS.stream().map(step -> row(view, intake, step)))
                        .toList(),
                open.map(Intake::missing)
                        .filter(missing -> !missing.isEmpty())
                        .map(missing -> new IntakeWords.Missing(missing.stream()
                                .map(step -> speaker.say(IntakeWords.title(step)))
                                .collect(Collectors.joining(", ")))));
    }

    private StepRow row(IntakeView view, Intake intake, IntakeStep step) {
        Optional<StepAnswer> answer = intake.find(step);
        String said = step == IntakeStep.REASON && intake.isReviewed(step)
                ? view.reason().value()
                : answer.map(kept -> kept.text(AnswerIntakeStep.TEXT) + kept.text(AnswerIntakeStep.SCORE))
                        .orElse("");
        return new StepRow(
                IntakeWords.title(step),
                base(view.client().id()) + "/" + IntakeQuestion.address(step),
                answer.map(kept -> IntakeWords.state(kept)).orElse(IntakeWords.NOT_YET),
                said,
                answer.flatMap(this::toldBy));
    }

    private Optional<Message> toldBy(StepAnswer answer) {
        String day = speaker.shortDay(answer.at());
        return switch (answer.by()) {
            case THERAPIST -> Optional.empty();
            case CLIENT_HERE -> Optional.of(new IntakeWords.ToldHere(day));
            case CLIENT_BY_LINK -> Optional.of(new IntakeWords.ToldByLink(day));
        };
    }

    @PostMapping("/clients/{id}/intake")
    String begin(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Id<Client> client = reading.by(actor, Id.of(id)).client().id();
        Id<Intake> intake = Form.of(request).id("intake");
        return switch (begin.by(actor, new BeginIntake.Command(intake, client))) {
            case Answer.Done<Intake> done -> to(client, done.kept().goesOnAt());
            case Answer.Again<Intake> again -> to(client, again.kept().goesOnAt());
            case Answer.Other<Intake> other -> throw new AlreadyThere("intake", intake);
            case Answer.Changed<Intake> changed -> throw new AlreadyThere("intake", intake);
            case Answer.No<Intake> no -> throw new Refused(no.rule(), client);
        };
    }

    /** The device goes to the client; the lock lets nothing else through until it is taken back. */
    @PostMapping("/clients/{id}/intake/hand-over")
    String handOver(Actor actor, @PathVariable String id, HttpServletRequest request) {
        IntakeView view = reading.by(actor, Id.of(id));
        openOf(view);
        signIns.handOver(new HandedScreen(view.client().id(), HandedTask.INTAKE), request);
        return "redirect:" + base(view.client().id());
    }

    @PostMapping("/clients/{id}/intake/complete")
    String complete(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = reading.by(actor, Id.of(id)).client().id();
        Form form = Form.of(request);
        var wanted = new CompleteIntake.Command(form.key(), client, form.id("intake"), form.version());
        return switch (complete.by(actor, wanted)) {
            case Answer.Done<Intake> done -> "redirect:" + base(client);
            case Answer.Again<Intake> again -> "redirect:" + base(client);
            case Answer.Other<Intake> other -> throw new AlreadyThere("intake", client);
            case Answer.Changed<Intake> changed -> throw new AlreadyThere("intake", client);
            case Answer.No<Intake> no
            when no.rule() == Rule.INTAKE_LACKS_ANSWERS -> {
                IntakeView view = reading.by(actor, client);
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("page", overview(view, view.intake().filter(Intake::isOpen)));
                yield "intake";
            }
            case Answer.No<Intake> no -> throw new Refused(no.rule(), client);
        };
    }

    @GetMapping("/clients/{id}/intake/{step}")
    String ask(
            Actor actor, @PathVariable String id, @PathVariable String step, HttpServletRequest request, Model model) {
        IntakeView view = reading.by(actor, Id.of(id));
        Intake intake = openOf(view);
        IntakeStep asked = stepOf(step, intake);
        List<IntakeStep> steps = steps(intake, request);
        if (!steps.contains(asked)) {
            return "redirect:" + base(view.client().id());
        }
        return page(
                view,
                intake,
                IntakeQuestion.of(view, intake, steps, asked, base(view.client().id()), !isHanded(request)),
                request,
                model);
    }

    private List<IntakeStep> steps(Intake intake, HttpServletRequest request) {
        return isHanded(request) ? AnswerIntakeStep.open(intake, STEPS) : STEPS;
    }

    /** What is saved while it is typed is answered with 204, and nothing else is: whoever types hears that it is saved from that alone. */
    @PostMapping("/clients/{id}/intake/{step}")
    @Nullable
    String answer(
            Actor actor,
            @PathVariable String id,
            @PathVariable String step,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        IntakeView view = reading.by(actor, Id.of(id));
        Id<Client> client = view.client().id();
        Intake intake = openOf(view);
        IntakeStep asked = stepOf(step, intake);
        Form form = Form.of(request);
        Map<String, String> typed = IntakeQuestion.typed(form);
        StepState wanted = IntakeQuestion.wanted(form, asked);
        IntakeQuestion.requireAnswer(form, asked, wanted, typed);
        List<IntakeStep> steps = steps(intake, request);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(view, intake, IntakeQuestion.of(view, steps, asked, base(client), form), request, model);
        }
        IntakeHand hand = isHanded(request) ? IntakeHand.CLIENT_HERE : IntakeHand.THERAPIST;
        var command = new AnswerIntakeStep.Command(form.key(), client, intake.id(), asked, typed, wanted, hand);
        return switch (answerStep.by(actor, command)) {
            case Answer.Done<Intake> done ->
                IntakeQuestion.isSaving(request)
                        ? IntakeQuestion.saved(response)
                        : after(actor, client, steps, asked, form, typed, wanted, request, model);
            case Answer.Again<Intake> again ->
                IntakeQuestion.isSaving(request)
                        ? IntakeQuestion.saved(response)
                        : after(actor, client, steps, asked, form, typed, wanted, request, model);
            case Answer.Other<Intake> other -> throw new AlreadyThere("intake", client);
            case Answer.Changed<Intake> changed -> throw new AlreadyThere("intake", client);
            case Answer.No<Intake> no -> throw new Refused(no.rule(), client);
        };
    }

    private String after(
            Actor actor,
            Id<Client> client,
            List<IntakeStep> steps,
            IntakeStep asked,
            Form form,
            Map<String, String> typed,
            StepState wanted,
            HttpServletRequest request,
            Model model) {
        if (wanted == StepState.ANSWERED && !AnswerIntakeStep.flags(typed).isEmpty()) {
            return isHanded(request)
                    ? ended(reading.by(actor, client), true, model)
                    : "redirect:/help-now?for=" + client;
        }
        return IntakeQuestion.next(steps, asked, form.raw("then").equals("back"))
                .map(next -> to(client, next))
                .orElseGet(() -> isHanded(request)
                        ? ended(reading.by(actor, client), false, model)
                        : "redirect:" + base(client));
    }

    private static Intake openOf(IntakeView view) {
        return view.intake()
                .filter(Intake::isOpen)
                .orElseThrow(() -> new NoSuchRecord("intake", view.client().id()));
    }

    private static IntakeStep stepOf(String address, Intake intake) {
        return IntakeQuestion.step(address).orElseThrow(() -> new NoSuchRecord("step", intake.id()));
    }

    private String page(
            IntakeView view, Intake intake, IntakeQuestion question, HttpServletRequest request, Model model) {
        if (isHanded(request)) {
            model.addAttribute(
                    "page",
                    new IntakePages.ClientStep(
                            question, "/clients/" + view.client().id()));
            return "intakebyclient";
        }
        model.addAttribute(
                "page",
                new IntakePages.TherapistStep(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        question,
                        intake.find(question.step()).flatMap(this::toldBy)));
        return "intakestep";
    }

    private static String ended(IntakeView view, boolean flagged, Model model) {
        String client = "/clients/" + view.client().id();
        model.addAttribute("page", new IntakePages.ClientEnd(client, flagged, view.contacts(), "", client + "/intake"));
        return "intakeended";
    }
}
