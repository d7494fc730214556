package org.stillpoint.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.practice.intake.ToldPain;
import org.stillpoint.practice.touch.ChangeTouchMap;
import org.stillpoint.practice.touch.TouchReading;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.web.client.EventForm;
import org.stillpoint.web.consent.PaperSigning;
import org.stillpoint.web.consent.PaperToSign;
import org.stillpoint.web.touch.AskedTouch;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.TouchWords;

/** Asks the questions of an intake at whatever door, and brings each answer to the act that it belongs to. */
@Component
public final class IntakeAsking {
    private static final List<String> FIELDS =
            List.of(AnswerIntakeStep.TEXT, AnswerIntakeStep.SCORE, AnswerIntakeStep.NO_RED_FLAG);
    private static final String TOUCH = "touch";
    private static final int CONFLICT = HttpServletResponse.SC_CONFLICT;

    private final AnswerIntakeStep answerStep;
    private final TouchReading touchReading;
    private final ChangeTouchMap changeTouchMap;
    private final ConsentReading consentReading;
    private final PaperSigning signing;
    private final Places places;
    private final IntakeTold told;
    private final Clock clock;

    IntakeAsking(
            AnswerIntakeStep answerStep,
            TouchReading touchReading,
            ChangeTouchMap changeTouchMap,
            ConsentReading consentReading,
            PaperSigning signing,
            Places places,
            Clock clock) {
        this.told = new IntakeTold(places);
        this.clock = clock;
        this.answerStep = answerStep;
        this.touchReading = touchReading;
        this.changeTouchMap = changeTouchMap;
        this.consentReading = consentReading;
        this.signing = signing;
        this.places = places;
    }

    /** What came of an answer. */
    public sealed interface StepTurn {
        /**
         * It is kept, or there was nothing to keep.
         *
         * @param flagged whether a red flag was told with it
         */
        record Onward(boolean flagged) implements StepTurn {}

        /** Nothing is kept; the form says why. */
        record AskedAgain(int status, Form form) implements StepTurn {}
    }

    /** The question as it stands. */
    public IntakeQuestion question(Actor actor, AskedStep asked) {
        return question(actor, asked, typed(asked), false);
    }

    /** The question again, with what was typed and what is wrong with it. */
    public IntakeQuestion again(Actor actor, AskedStep asked, Form form) {
        return question(actor, asked, form, true);
    }

    private IntakeQuestion question(Actor actor, AskedStep asked, Form form, boolean again) {
        Optional<AskedTouch> touch = asked.step() == IntakeStep.TOUCH
                ? Optional.of(touch(latest(actor, asked), asked, form, again))
                : Optional.empty();
        Optional<ConsentView> consent = asked.step() == IntakeStep.CONSENT
                ? Optional.of(consentReading.by(actor, asked.client()))
                : Optional.empty();
        boolean inForce = consent.filter(view -> view.standing() instanceof ConsentStanding.InForce)
                .isPresent();
        return new IntakeQuestion(
                asked.address(),
                asked.step(),
                asked.all().indexOf(asked.step()) + 1,
                asked.all().size(),
                form,
                asked.step() == IntakeStep.HEALTH ? asked.view().asked() : List.of(),
                asked.view().contacts(),
                asked.step() == IntakeStep.EVENTS ? Optional.of(events(asked)) : Optional.empty(),
                asked.step() == IntakeStep.PAIN
                        ? Optional.of(AskedPain.of(Optional.empty(), places))
                        : Optional.empty(),
                touch,
                consent.filter(view -> !inForce).map(view -> paper(asked, view, form, again)),
                consent.filter(view -> inForce).map(view -> ConsentWords.of(view.standing(), places.speaker())),
                places.view(places.regions().stream()
                        .map(PainRegion::code)
                        .filter(code -> !form.raw(code).isBlank())
                        .toList()));
    }

    private AskedEvents events(AskedStep asked) {
        Map<String, String> typed = asked.typed();
        return new AskedEvents(
                EventInIntake.of(typed).stream()
                        .map(event -> AskedEvents.row(
                                event,
                                told.facts(event),
                                asked.address(),
                                EventForm.values(event, asked.intake().id())))
                        .toList(),
                asked.another()
                        .map(another -> asked.address() + another.query())
                        .orElse(""),
                asked.part(),
                asked.part()
                        .flatMap(part -> EventInIntake.of(typed, part.event()).kind())
                        .map(Mechanism::of)
                        .orElse(List.of()),
                AskedPain.of(Optional.empty(), places));
    }

    private static PaperToSign paper(AskedStep asked, ConsentView view, Form form, boolean again) {
        return PaperToSign.of(
                asked.address(),
                again ? form.raw("id") : Id.random().toString(),
                true,
                view,
                again ? form : PaperToSign.begun(Set.of()));
    }

    private AskedTouch touch(Optional<TouchMap> latest, AskedStep asked, Form form, boolean again) {
        boolean typing = again
                || asked.intake()
                        .find(IntakeStep.TOUCH)
                        .filter(draft -> draft.state() == StepState.DRAFT
                                && !draft.typed().isEmpty())
                        .isPresent();
        return typing ? AskedTouch.of(latest, form, places) : AskedTouch.of(latest, places);
    }

    private Optional<TouchMap> latest(Actor actor, AskedStep asked) {
        return touchReading.by(actor, asked.client()).latest();
    }

    private static Form typed(AskedStep asked) {
        Map<String, List<String>> values = new HashMap<>();
        Optional<StepAnswer> answer = asked.intake().find(asked.step());
        answer.ifPresent(kept -> kept.typed().forEach((field, text) -> values.put(field, List.of(text))));
        AnswerIntakeStep.flags(answer.map(StepAnswer::typed).orElse(Map.of()))
                .forEach(flag -> values.merge("flag", List.of(flag.value()), IntakeAsking::joined));
        asked.part().ifPresent(part -> values.putAll(answered(EventInIntake.of(asked.typed(), part.event()), part)));
        if (asked.step() == IntakeStep.REASON
                && asked.isForTherapist()
                && values.isEmpty()
                && !asked.view().reason().isEmpty()) {
            values.put(AnswerIntakeStep.TEXT, List.of(asked.view().reason().value()));
        }
        if (asked.step() == IntakeStep.PAIN
                && asked.isForTherapist()
                && asked.intake().isReviewed(IntakeStep.PAIN)) {
            asked.view().pain().ifPresent(map -> values.putAll(marked(map)));
        }
        return Form.of(values);
    }

    /** The answer to one question of an event, as its form has it. */
    private static Map<String, List<String>> answered(EventInIntake event, EventPart part) {
        return switch (part.question()) {
            case WHERE -> Map.of("where", event.where());
            case FORCE -> Map.of("force", event.force().stream().map(Enum::name).toList());
            case WHEN -> Map.of("date", List.of(event.text(EventQuestion.WHEN)));
            case WHAT, KIND, CODED, POSTURE, FELT ->
                Map.of(part.question().word(), List.of(event.text(part.question())));
        };
    }

    private static Map<String, List<String>> marked(BodyMap map) {
        Map<String, List<String>> values = new HashMap<>();
        map.pain().forEach((region, score) -> values.put(region.value(), List.of(Form.typed(score))));
        map.quality().forEach((region, felt) -> values.put(ToldPain.quality(region.value()), List.of(felt.name())));
        return values;
    }

    private static List<String> joined(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Takes what was sent with the press of a button, or saved while it was typed. */
    public StepTurn answer(Actor actor, AskedStep asked, Form form) {
        StepState wanted = asked.part().isPresent() ? StepState.DRAFT : wanted(form, asked.step());
        if (asked.step() == IntakeStep.CONSENT && form.has("read")) {
            return sign(actor, asked, form);
        }
        if (asked.step() == IntakeStep.CONSENT && wanted == StepState.DRAFT) {
            return new StepTurn.Onward(false); // a signature is drawn whole or not at all
        }
        if (asked.step() == IntakeStep.EVENTS
                && asked.part().isEmpty()
                && wanted == StepState.ANSWERED
                && asked.intake().isReviewed(IntakeStep.EVENTS)) {
            return new StepTurn.Onward(false); // all of it is kept
        }
        Map<String, String> typed =
                asked.step() == IntakeStep.EVENTS ? typedEvents(asked, form) : typed(asked.step(), form);
        requireAnswer(form, asked.step(), wanted, typed);
        if (!form.good()) {
            return new StepTurn.AskedAgain(HttpServletResponse.SC_BAD_REQUEST, form);
        }
        return asked.step() == IntakeStep.TOUCH && wanted == StepState.ANSWERED
                ? saveTouch(actor, asked, form, typed)
                : keep(actor, asked, form, typed, wanted);
    }

    private StepTurn keep(Actor actor, AskedStep asked, Form form, Map<String, String> typed, StepState wanted) {
        // What is being typed says how it stands now, time and again from one page: the page's own key is for what is
        // sent with a button.
        Id<Deed> key = wanted == StepState.DRAFT ? Id.random() : form.key();
        var command = new AnswerIntakeStep.Command(
                key, asked.client(), asked.intake().id(), asked.step(), typed, wanted, asked.hand());
        boolean flagged =
                wanted == StepState.ANSWERED && !AnswerIntakeStep.flags(typed).isEmpty();
        return switch (answerStep.by(actor, command)) {
            case Answer.Done<Intake> done -> new StepTurn.Onward(flagged);
            case Answer.Again<Intake> again -> new StepTurn.Onward(flagged);
            case Answer.Other<Intake> other ->
                throw new AlreadyThere("intake", asked.intake().id());
            case Answer.Changed<Intake> changed ->
                throw new AlreadyThere("intake", asked.intake().id());
            case Answer.No<Intake> no ->
                throw new Refused(no.rule(), asked.intake().id());
        };
    }

    private StepTurn saveTouch(Actor actor, AskedStep asked, Form form, Map<String, String> typed) {
        if (latest(actor, asked).filter(map -> map.typed().equals(typed)).isPresent()) {
            return keep(actor, asked, form, Map.of(), StepState.ANSWERED);
        }
        var command = new ChangeTouchMap.Command(
                form.id("id"), asked.client(), AskedTouch.seen(form), AskedTouch.wishes(form, places), asked.hand());
        return switch (changeTouchMap.by(actor, command)) {
            case Answer.Done<Optional<TouchMap>> done -> new StepTurn.Onward(false);
            case Answer.Again<Optional<TouchMap>> again -> new StepTurn.Onward(false);
            case Answer.Changed<Optional<TouchMap>> changed -> saidSince(changed.kept());
            case Answer.Other<Optional<TouchMap>> other -> saidSince(other.kept());
            case Answer.No<Optional<TouchMap>> no -> throw new Refused(no.rule(), asked.client());
        };
    }

    /** Another map was said meanwhile: it is shown as it is now. */
    private StepTurn saidSince(Optional<TouchMap> kept) {
        Form now = AskedTouch.of(kept, places).form();
        now.problems().add(TOUCH, TouchWords.CHANGED);
        return new StepTurn.AskedAgain(CONFLICT, now);
    }

    private StepTurn sign(Actor actor, AskedStep asked, Form form) {
        ConsentView view = consentReading.by(actor, asked.client());
        return switch (signing.sign(actor, view, true, form)) {
            case PaperSigning.PaperAnswer.PaperKept kept -> new StepTurn.Onward(false);
            case PaperSigning.PaperAnswer.ToMend mend -> new StepTurn.AskedAgain(mend.status(), form);
        };
    }

    /** All that was told, with the answer to the question that is asked now. */
    private Map<String, String> typedEvents(AskedStep asked, Form form) {
        Map<String, String> typed = new HashMap<>(asked.typed());
        asked.part().ifPresent(part -> {
            String field = EventInIntake.field(part.event(), part.question());
            typed.put(
                    field,
                    form.raw("then").equals("skip")
                            ? ""
                            : switch (part.question()) {
                                case WHERE ->
                                    form.all("where").stream()
                                            .filter(places::hasRegion)
                                            .distinct()
                                            .collect(Collectors.joining(" "));
                                case FORCE -> String.join(" ", form.all("force"));
                                case WHEN -> when(form);
                                case WHAT, KIND, CODED, POSTURE, FELT ->
                                    form.raw(part.question().word()).replaceAll("\\r\\n?", "\\n");
                            });
        });
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    /** A date, also where it was said how many years ago; as it was typed while it is none yet. */
    private String when(Form form) {
        if (form.raw("date").isBlank() && form.raw("yearsAgo").isBlank()) {
            return "";
        }
        Form parsed = form.raw("then").equals("next")
                ? form
                : Form.of(Map.of("date", form.all("date"), "yearsAgo", form.all("yearsAgo")));
        return EventForm.when(parsed, LocalDate.now(clock))
                .map(EventDate::toString)
                .orElse(form.raw("date"));
    }

    private Map<String, String> typed(IntakeStep step, Form form) {
        Map<String, String> typed = new HashMap<>();
        if (step == IntakeStep.TOUCH) {
            AskedTouch.wishes(form, places).forEach((region, wish) -> typed.put(region.value(), wish.name()));
            return typed;
        }
        if (step == IntakeStep.PAIN) {
            AskedPain.pain(form, places).forEach((region, score) -> {
                typed.put(region.value(), Form.typed(score));
                String quality = ToldPain.quality(region.value());
                typed.put(quality, form.raw(quality));
            });
        }
        FIELDS.forEach(field -> typed.put(field, form.raw(field).replaceAll("\r\n?", "\n")));
        typed.put(AnswerIntakeStep.RED_FLAGS, form.all("flag").stream().sorted().collect(Collectors.joining(" ")));
        typed.values().removeIf(String::isBlank);
        return typed;
    }

    /** What the press of a button makes of the step. */
    private static StepState wanted(Form form, IntakeStep step) {
        return switch (form.raw("then")) {
            case "next" -> StepState.ANSWERED;
            case "skip" -> step.isRequired() ? StepState.DRAFT : StepState.SKIPPED;
            default -> StepState.DRAFT;
        };
    }

    /** Notes in the form that an answer is missing. */
    private static void requireAnswer(Form form, IntakeStep step, StepState wanted, Map<String, String> typed) {
        if (step != IntakeStep.EVENTS
                && typed.values().stream().mapToInt(String::length).sum() > Form.MOST_CHARACTERS) {
            form.problems().add(AnswerIntakeStep.TEXT, IntakeWords.TOO_LONG);
        }
        if (wanted != StepState.ANSWERED) {
            return;
        }
        switch (step) {
            case TOUCH -> {
                if (typed.isEmpty()) {
                    form.problems().add(TOUCH, IntakeWords.TOUCH_NEEDED);
                }
            }
            case EXPECTATION -> {
                if (!AnswerIntakeStep.isAnswer(step, typed)) {
                    form.problems().add(AnswerIntakeStep.SCORE, IntakeWords.NEEDED);
                }
            }
            case PAIN -> {
                if (form.good() && !AnswerIntakeStep.isAnswer(step, typed)) {
                    form.problems().add(AnswerIntakeStep.TEXT, IntakeWords.PAIN_NEEDED);
                }
            }
            case REASON, HEALTH, MEDICATION, CARE, EVENTS, CONSENT -> {
                if (!AnswerIntakeStep.isAnswer(step, typed)) {
                    boolean words = form.raw(AnswerIntakeStep.TEXT).isBlank();
                    form.problems()
                            .add(
                                    words ? AnswerIntakeStep.TEXT : AnswerIntakeStep.NO_RED_FLAG,
                                    words ? IntakeWords.NEEDED : IntakeWords.FLAGS_NEEDED);
                }
            }
        }
    }

    /** Whether the page saves what is being typed, and does not go on. */
    public static boolean isSaving(HttpServletRequest request) {
        return "save".equals(request.getParameter("then"));
    }

    /** Answers that it is saved: no page follows. */
    public static @Nullable String saved(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        return null;
    }
}
