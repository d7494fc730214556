package org.stillpoint.practice.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * One step of an intake is typed, answered or skipped. What a client tells stands in the intake alone until whoever treats them has read
 * it: nothing of theirs goes into the rest of the record unread, and nothing that was kept is overwritten by it.
 */
public final class AnswerIntakeStep {
    /** The field of a step that is answered in words. */
    public static final String TEXT = "text";

    /** The field of the step on what is expected, 0 to 10. */
    public static final String SCORE = "score";

    /** The fields of the step on health: the red flags that are so, with blanks between, or that none is. */
    public static final String RED_FLAGS = "redFlag";

    public static final String NO_RED_FLAG = "none-RED_FLAG";

    private static final int MOST_EXPECTED = 10;

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param intake which
     * @param typed by field, as it was typed
     * @param state what it is from now on
     * @param by whose hand; of whoever came by a link it is theirs
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<Intake> intake,
            IntakeStep step,
            Map<String, String> typed,
            StepState state,
            IntakeHand by) {
        public Command {
            typed = Map.copyOf(typed);
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public AnswerIntakeStep(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the intake is completed, or whoever treats the client has kept this step since.
     *
     * @throws BadValue if a step is answered without an answer, or one that has to be answered is skipped
     */
    public Answer<Intake> by(Actor actor, Command wanted) {
        requireAnswer(wanted);
        Act act = wanted.state() == StepState.DRAFT ? Act.SAVE_INTAKE_STEP : Act.ANSWER_INTAKE_STEP;
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(act, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(keep(records, actor, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(actor, Act.SEE_INTAKE, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    private static Intake kept(Records records, Command wanted) {
        return records.intakes().get(wanted.client(), wanted.intake());
    }

    /** The red flags that were ticked. */
    public static Set<ConditionId> flags(Map<String, String> typed) {
        String ticked = typed.getOrDefault(RED_FLAGS, "").strip();
        return ticked.isEmpty()
                ? Set.of()
                : Arrays.stream(ticked.split(" ")).map(ConditionId::new).collect(Collectors.toSet());
    }

    /** Whether what was typed answers a step. */
    public static boolean isAnswer(IntakeStep step, Map<String, String> typed) {
        return switch (step) {
            case EXPECTATION -> isExpectation(typed.getOrDefault(SCORE, ""));
            case HEALTH ->
                !typed.getOrDefault(TEXT, "").isBlank() && flags(typed).isEmpty() == typed.containsKey(NO_RED_FLAG);
            case PAIN ->
                !typed.getOrDefault(TEXT, "").isBlank() || !ToldPain.of(typed).isEmpty();
            case EVENTS ->
                !typed.getOrDefault(TEXT, "").isBlank()
                        || !EventInIntake.of(typed).isEmpty();
            case REASON, MEDICATION, CARE -> !typed.getOrDefault(TEXT, "").isBlank();
            case TOUCH, CONSENT -> typed.isEmpty(); // answered by acts of their own: what was said is kept there
        };
    }

    private static boolean isExpectation(String typed) {
        return typed.matches("\\d{1,2}") && Integer.parseInt(typed) <= MOST_EXPECTED;
    }

    private static void requireAnswer(Command wanted) {
        boolean fits =
                switch (wanted.state()) {
                    case DRAFT -> true;
                    case ANSWERED -> isAnswer(wanted.step(), wanted.typed());
                    case SKIPPED -> !wanted.step().isRequired();
                };
        if (!fits) {
            throw new BadValue("answer", wanted.state() + " of " + wanted.step(), "an answer where one is required");
        }
    }

    private Intake keep(Records records, Actor actor, Command wanted) {
        Intake intake = kept(records, wanted);
        IntakeHand hand = actor instanceof Actor.Linked ? IntakeHand.CLIENT_BY_LINK : wanted.by();
        if (!intake.isOpen()) {
            throw new Refused(Rule.INTAKE_IS_COMPLETED, intake.id());
        }
        if (hand != IntakeHand.THERAPIST && intake.isReviewed(wanted.step())) {
            throw new Refused(Rule.INTAKE_STEP_IS_REVIEWED, intake.id());
        }
        Instant now = clock.instant();
        StepAnswer answer = new StepAnswer(wanted.typed(), wanted.state(), hand, now);
        if (wanted.state() == StepState.DRAFT && isAnswered(records, intake, wanted.step(), answer)) {
            return intake; // what was saved while it was typed comes after what was sent
        }
        if (wanted.state() == StepState.ANSWERED) {
            requireKeptElsewhere(records, wanted);
            tellFlags(records, wanted, intake, now);
            if (hand == IntakeHand.THERAPIST && wanted.step() == IntakeStep.REASON) {
                answer = keepReason(records, actor, wanted, answer, now);
            }
            if (hand == IntakeHand.THERAPIST && wanted.step() == IntakeStep.PAIN) {
                answer = keepPain(records, intake, answer);
            }
        }
        return records.intakes().update(intake.with(wanted.step(), answer));
    }

    /** Whether the very same was answered. */
    private static boolean isAnswered(Records records, Intake intake, IntakeStep step, StepAnswer draft) {
        boolean isKept = step == IntakeStep.REASON
                && intake.isReviewed(step)
                && records.aboutClients()
                        .background(intake.client())
                        .told()
                        .reason()
                        .value()
                        .equals(draft.text(TEXT).strip());
        return isKept
                || isTouchAsKept(records, intake, step, draft)
                || isPainAsKept(records, intake, step, draft)
                || intake.find(step)
                        .filter(before -> before.state() == StepState.ANSWERED
                                && before.typed().equals(draft.typed()))
                        .isPresent();
    }

    private static boolean isTouchAsKept(Records records, Intake intake, IntakeStep step, StepAnswer draft) {
        return step == IntakeStep.TOUCH
                && intake.isDone(step)
                && records.touchMaps()
                        .findLatest(intake.client())
                        .filter(map -> draft.typed().equals(map.typed()))
                        .isPresent();
    }

    private static boolean isPainAsKept(Records records, Intake intake, IntakeStep step, StepAnswer draft) {
        return step == IntakeStep.PAIN
                && intake.isReviewed(step)
                && draft.text(TEXT)
                        .equals(intake.find(step).map(kept -> kept.text(TEXT)).orElse(""))
                && records.bodyMaps()
                        .findLatest(intake.client())
                        .filter(ToldPain.of(draft.typed())::isOn)
                        .isPresent();
    }

    /**
     * What was marked becomes a body map: of the moment in which the client told it, or of now where it was never theirs. What they wrote of it
     * stays in the intake.
     */
    private StepAnswer keepPain(Records records, Intake intake, StepAnswer answer) {
        ToldPain told = ToldPain.of(answer.typed());
        Optional<BodyMap> latest = records.bodyMaps().findLatest(intake.client());
        if (!told.isEmpty() && latest.filter(told::isOn).isEmpty()) {
            Instant at = intake.isToReview(IntakeStep.PAIN)
                    ? intake.find(IntakeStep.PAIN).orElseThrow().at()
                    : answer.at();
            Optional<BodyMap> today = latest.filter(map -> at.equals(answer.at()) && MarkPain.isOfToday(map, clock));
            if (today.isPresent()) {
                records.bodyMaps().update(today.get().with(told.pain(), told.quality()));
            } else {
                records.bodyMaps()
                        .add(BodyMap.drawn(intake.client(), told.pain(), at).with(told.pain(), told.quality()));
            }
        }
        Map<String, String> words = answer.text(TEXT).isEmpty() ? Map.of() : Map.of(TEXT, answer.text(TEXT));
        return new StepAnswer(words, answer.state(), answer.by(), answer.at());
    }

    /** What is kept elsewhere is answered where it is kept there: it holds from before, and nothing of it is to be changed. */
    private void requireKeptElsewhere(Records records, Command wanted) {
        boolean kept =
                switch (wanted.step()) {
                    case TOUCH ->
                        records.touchMaps().findLatest(wanted.client()).isPresent();
                    case CONSENT ->
                        ConsentCheck.standing(records, wanted.client(), clock) instanceof ConsentStanding.InForce;
                    case REASON, HEALTH, MEDICATION, CARE, EVENTS, PAIN, EXPECTATION -> true;
                };
        if (!kept) {
            throw new BadValue("answer", "none of " + wanted.step(), "one that is kept");
        }
    }

    /** Those that were not told in this intake before. */
    private static void tellFlags(Records records, Command wanted, Intake intake, Instant now) {
        Set<ConditionId> fresh = new HashSet<>(flags(wanted.typed()));
        intake.find(wanted.step())
                .filter(before -> before.state() == StepState.ANSWERED)
                .ifPresent(before -> fresh.removeAll(flags(before.typed())));
        ToldFlags.tellTicked(records, wanted.key(), wanted.client(), now, FlagOrigin.INTAKE, fresh);
    }

    /** Why they come is known in one place: with what is known before a session. */
    private static StepAnswer keepReason(Records records, Actor actor, Command wanted, StepAnswer answer, Instant now) {
        AboutPart<Background> kept = records.aboutClients().background(wanted.client());
        Background told = kept.told();
        Background next = told.with(
                new PrivateText(answer.text(TEXT).strip()), told.preferences(), told.stopSign(), told.cautions());
        if (!next.equals(told)) {
            records.aboutClients().updateBackground(kept.with(next));
            new Mending(actor, wanted.key(), wanted.client(), now)
                    .corrected(
                            records,
                            wanted.client(),
                            new EntryContent.BackgroundEntry(told),
                            new EntryContent.BackgroundEntry(next),
                            PrivateText.NONE);
        }
        return new StepAnswer(Map.of(), answer.state(), answer.by(), answer.at());
    }

    /** Whoever came by a link has answered what they want to: the link is used up. */
    public void handIn(Actor actor, Id<Client> client, Id<Deed> key, Id<Intake> intake) {
        record HandIn(Id<Intake> intake) {}
        work.run(
                actor,
                Deeds.of(Act.ANSWER_INTAKE_STEP, key, client, new HandIn(intake)),
                records -> {
                    UseLink.within(records, actor, key, clock, LinkPurpose.INTAKE);
                    return records.intakes().get(client, intake);
                },
                records -> records.intakes().get(client, intake));
    }

    /** Those that a client may still answer: nobody who treats them has kept them. */
    public static List<IntakeStep> open(Intake intake, Collection<IntakeStep> steps) {
        return steps.stream().filter(step -> !intake.isReviewed(step)).toList();
    }
}
