package org.stillpoint.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.BeginIntake;
import org.stillpoint.practice.intake.CompleteIntake;
import org.stillpoint.practice.intake.IntakeReading;
import org.stillpoint.practice.intake.IntakeReading.IntakeView;
import org.stillpoint.practice.touch.TouchReading;
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
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.intake.IntakePages.StepRow;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.touch.TouchTold;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.ConsentWords;
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
    private final IntakeAsking asking;
    private final CompleteIntake complete;
    private final TouchReading touchReading;
    private final TouchTold touchTold;
    private final ConsentReading consentReading;
    private final IntakeTold told;
    private final Speaker speaker;
    private final Clock clock;

    IntakeController(
            OpenSignIns signIns,
            IntakeReading reading,
            BeginIntake begin,
            IntakeAsking asking,
            CompleteIntake complete,
            TouchReading touchReading,
            TouchTold touchTold,
            ConsentReading consentReading,
            Places places,
            Clock clock) {
        this.signIns = signIns;
        this.reading = reading;
        this.begin = begin;
        this.asking = asking;
        this.complete = complete;
        this.touchReading = touchReading;
        this.touchTold = touchTold;
        this.consentReading = consentReading;
        this.told = new IntakeTold(places);
        this.speaker = places.speaker();
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
        model.addAttribute("page", overview(actor, view, open));
        return "intake";
    }

    private IntakePages.IntakeOverview overview(Actor actor, IntakeView view, Optional<Intake> open) {
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
                        .flatMap(intake -> STEPS.stream().map(step -> row(actor, view, intake, step)))
                        .toList(),
                open.map(Intake::missing)
                        .filter(missing -> !missing.isEmpty())
                        .map(missing -> new IntakeWords.Missing(missing.stream()
                                .map(step -> speaker.say(IntakeWords.title(step)))
                                .collect(Collectors.joining(", ")))));
    }

    private StepRow row(Actor actor, IntakeView view, Intake intake, IntakeStep step) {
        return new StepRow(
                IntakeWords.title(step),
                base(view.client().id()) + "/" + IntakeQuestion.address(step),
                IntakeWords.state(intake, step),
                said(actor, view, intake, step),
                intake.find(step).flatMap(this::toldBy));
    }

    private String said(Actor actor, IntakeView view, Intake intake, IntakeStep step) {
        Id<Client> client = view.client().id();
        return switch (step) {
            case TOUCH ->
                touchTold.sentences(touchReading.by(actor, client).latest()).stream()
                        .map(speaker::say)
                        .collect(Collectors.joining(" "));
            case CONSENT ->
                speaker.say(ConsentWords.of(consentReading.by(actor, client).standing(), speaker));
            case REASON, HEALTH, MEDICATION, CARE, EVENTS, PAIN, EXPECTATION ->
                step == IntakeStep.REASON && intake.isReviewed(step)
                        ? view.reason().value()
                        : intake.find(step)
                                .map(kept -> String.join("\n", told.lines(step, kept)))
                                .orElse("");
        };
    }

    private Optional<Message> toldBy(StepAnswer answer) {
        return IntakeWords.saidBy(answer.by(), speaker.shortDay(answer.at()));
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
                model.addAttribute("page", overview(actor, view, view.intake().filter(Intake::isOpen)));
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
        AskedStep here = here(view, intake, steps, asked, request);
        return page(here, asking.question(actor, here), request, model);
    }

    private AskedStep here(
            IntakeView view, Intake intake, List<IntakeStep> steps, IntakeStep asked, HttpServletRequest request) {
        IntakeHand hand = isHanded(request) ? IntakeHand.CLIENT_HERE : IntakeHand.THERAPIST;
        return new AskedStep(
                view,
                intake,
                steps,
                asked,
                base(view.client().id()),
                hand,
                asked == IntakeStep.EVENTS ? EventPart.of(Form.of(request)) : Optional.empty());
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
        Intake intake = openOf(view);
        AskedStep asked = here(view, intake, steps(intake, request), stepOf(step, intake), request);
        Form form = Form.of(request);
        return switch (asking.answer(actor, asked, form)) {
            case IntakeAsking.StepTurn.AskedAgain mend -> {
                response.setStatus(mend.status());
                yield page(asked, asking.again(actor, asked, mend.form()), request, model);
            }
            case IntakeAsking.StepTurn.Onward onward ->
                IntakeAsking.isSaving(request)
                        ? IntakeAsking.saved(response)
                        : after(actor, asked, form, onward.flagged(), request, model);
        };
    }

    private String after(
            Actor actor, AskedStep asked, Form form, boolean flagged, HttpServletRequest request, Model model) {
        Id<Client> client = asked.client();
        if (flagged) {
            return isHanded(request)
                    ? ended(reading.by(actor, client), true, model)
                    : "redirect:/help-now?for=" + client;
        }
        return asked.next(form)
                .map(next -> "redirect:" + next)
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

    private String page(AskedStep asked, IntakeQuestion question, HttpServletRequest request, Model model) {
        if (isHanded(request)) {
            model.addAttribute("page", new IntakePages.ClientStep(question, "/clients/" + asked.client()));
            return IntakePages.byClient(question);
        }
        model.addAttribute(
                "page",
                new IntakePages.TherapistStep(
                        ClientHead.of(asked.view().client(), LocalDate.now(clock)),
                        question,
                        asked.intake().isToReview(asked.step()),
                        asked.intake().find(question.step()).flatMap(this::toldBy)));
        return IntakePages.byTherapist(question);
    }

    private static String ended(IntakeView view, boolean flagged, Model model) {
        String client = "/clients/" + view.client().id();
        model.addAttribute("page", new IntakePages.ClientEnd(client, flagged, view.contacts(), "", client + "/intake"));
        return "intakeended";
    }
}
