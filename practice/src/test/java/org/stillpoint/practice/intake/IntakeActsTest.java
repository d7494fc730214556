package org.stillpoint.practice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.touch.ChangeTouchMap;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.intake.ToldIn;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.UnitOfWork;

class IntakeActsTest {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final AnswerIntakeStep answerStep = new AnswerIntakeStep(work, clock);
    private final Id<Client> ann = added();
    private final Id<Intake> intake = Id.random();

    private Id<Client> added() {
        Client client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), clock.instant());
        records.clients().add(client);
        return client.id();
    }

    private Answer<Intake> begins(Id<Intake> id) {
        return new BeginIntake(work, clock).by(SOMEBODY, new BeginIntake.Command(id, ann));
    }

    private Answer<Intake> types(IntakeStep step, StepState state, IntakeHand hand, Map<String, String> typed) {
        return answerStep.by(
                SOMEBODY, new AnswerIntakeStep.Command(Id.random(), ann, intake, step, typed, state, hand));
    }

    private void answers(IntakeStep step, IntakeHand hand, String text) {
        assertThat(types(step, StepState.ANSWERED, hand, typed(step, text))).isInstanceOf(Answer.Done.class);
    }

    private static Map<String, String> typed(IntakeStep step, String text) {
        return switch (step) {
            case EXPECTATION -> Map.of(AnswerIntakeStep.SCORE, "7");
            case HEALTH -> Map.of(AnswerIntakeStep.TEXT, text, AnswerIntakeStep.NO_RED_FLAG, "yes");
            default -> Map.of(AnswerIntakeStep.TEXT, text);
        };
    }

    private Answer<Intake> completes() {
        return new CompleteIntake(work, clock)
                .by(SOMEBODY, new CompleteIntake.Command(Id.random(), ann, intake, kept().version()));
    }

    private Intake kept() {
        return records.intakes().get(ann, intake);
    }

    @Test
    void intake_isBegunOnce_andAnotherOnlyAfterIt() {
        assertThat(begins(intake)).isInstanceOf(Answer.Done.class);
        assertThat(begins(intake)).isInstanceOf(Answer.Again.class);
        assertThat(begins(Id.random())).isEqualTo(new Answer.No<>(Rule.INTAKE_IS_OPEN));
    }

    @Test
    void completed_isImpossible_withARequiredAnswerEmpty_orSomethingUnread() {
        begins(intake);
        for (IntakeStep step : IntakeStep.values()) {
            if (step.isRequired()) {
                assertThat(completes()).as("before %s", step).isEqualTo(new Answer.No<>(Rule.INTAKE_LACKS_ANSWERS));
                assertThatThrownBy(() -> types(step, StepState.ANSWERED, IntakeHand.THERAPIST, Map.of()))
                        .isInstanceOf(BadValue.class);
                assertThatThrownBy(() -> types(step, StepState.SKIPPED, IntakeHand.THERAPIST, Map.of()))
                        .isInstanceOf(BadValue.class);
                types(step, StepState.DRAFT, IntakeHand.THERAPIST, typed(step, "typed"));
                assertThat(kept().missing()).contains(step);
                answers(step, IntakeHand.CLIENT_HERE, "told");
                assertThat(kept().missing()).as("told, and unread").contains(step);
                answers(step, IntakeHand.THERAPIST, "told");
            } else {
                types(step, StepState.SKIPPED, IntakeHand.THERAPIST, Map.of());
            }
        }
        assertThat(kept().missing()).isEmpty();
        assertThat(completes()).isInstanceOf(Answer.Done.class);
        assertThat(types(IntakeStep.PAIN, StepState.DRAFT, IntakeHand.THERAPIST, Map.of()))
                .isEqualTo(new Answer.No<>(Rule.INTAKE_IS_COMPLETED));
    }

    @Test
    void whatAClientTells_goesIntoTheRecordOnceItWasRead_andStandsThereAlone() {
        begins(intake);
        answers(IntakeStep.REASON, IntakeHand.CLIENT_BY_LINK, "my neck");
        assertThat(records.aboutClients().background(ann).told().reason().isEmpty())
                .isTrue();
        assertThat(kept().isToReview(IntakeStep.REASON)).isTrue();

        answers(IntakeStep.REASON, IntakeHand.THERAPIST, "my neck, since June");
        assertThat(records.aboutClients().background(ann).told().reason().value())
                .isEqualTo("my neck, since June");
        assertThat(kept().find(IntakeStep.REASON).map(StepAnswer::typed)).contains(Map.of());
        assertThat(records.corrections().list(ann)).hasSize(1);
        assertThat(types(IntakeStep.REASON, StepState.DRAFT, IntakeHand.CLIENT_HERE, Map.of("text", "no")))
                .isEqualTo(new Answer.No<>(Rule.INTAKE_STEP_IS_REVIEWED));
    }

    @Test
    void touchMapAndConsent_saidAnywhere_areHeardByTheIntakeThatGoesOn_andNothingOfThemIsKeptTwice() {
        begins(intake);
        for (IntakeStep step : List.of(IntakeStep.TOUCH, IntakeStep.CONSENT)) {
            assertThatThrownBy(() -> types(step, StepState.ANSWERED, IntakeHand.CLIENT_HERE, Map.of()))
                    .as("%s: nothing is kept", step)
                    .isInstanceOf(BadValue.class);
        }
        types(IntakeStep.TOUCH, StepState.DRAFT, IntakeHand.CLIENT_BY_LINK, Map.of("X205", "NEVER"));
        Map<RegionCode, TouchWish> wishes = Map.of(new RegionCode("X205"), TouchWish.NEVER);
        new ChangeTouchMap(work, clock)
                .by(
                        SOMEBODY,
                        new ChangeTouchMap.Command(Id.random(), ann, Optional.empty(), wishes, IntakeHand.CLIENT_HERE));
        assertThat(records.touchMaps().findLatest(ann)).hasValueSatisfying(map -> {
            assertThat(map.wishes()).isEqualTo(wishes);
            assertThat(map.by()).isEqualTo(IntakeHand.CLIENT_HERE);
        });
        StepAnswer heard = new StepAnswer(Map.of(), StepState.ANSWERED, IntakeHand.CLIENT_HERE, clock.instant());
        assertThat(kept().find(IntakeStep.TOUCH)).contains(heard);
        types(IntakeStep.TOUCH, StepState.DRAFT, IntakeHand.CLIENT_HERE, Map.of("X205", "NEVER"));
        assertThat(kept().find(IntakeStep.TOUCH))
                .as("a late save of what is kept")
                .contains(heard);
        assertThat(kept().isReviewed(IntakeStep.TOUCH))
                .as("the client may change it")
                .isFalse();

        ConsentOnRecord.add(records, ann, clock.instant());
        assertThat(types(IntakeStep.CONSENT, StepState.ANSWERED, IntakeHand.CLIENT_HERE, Map.of()))
                .as("one that is in force from before")
                .isInstanceOf(Answer.Done.class);
        assertThat(kept().missing()).doesNotContain(IntakeStep.TOUCH, IntakeStep.CONSENT);
    }

    @Test
    void pain_toldByAClient_becomesABodyMapOfThatMoment_onceItWasRead_andOnce() {
        begins(intake);
        Map<String, String> told = Map.of("X205", "6", "kind-X205", "BURNING", "X208", "2.5", "kind-X101", "ACHING");
        types(IntakeStep.PAIN, StepState.ANSWERED, IntakeHand.CLIENT_BY_LINK, told);
        Instant toldAt = clock.instant();
        assertThat(records.bodyMaps().list(ann)).as("unread").isEmpty();
        assertThat(kept().missing()).contains(IntakeStep.PAIN);

        clock.pass(Duration.ofDays(2));
        types(IntakeStep.PAIN, StepState.ANSWERED, IntakeHand.THERAPIST, told);
        assertThat(records.bodyMaps().list(ann)).singleElement().satisfies(map -> {
            assertThat(map.at()).isEqualTo(toldAt);
            assertThat(map.pain())
                    .isEqualTo(Map.of(
                            new RegionCode("X205"), Score0To10.of(6), new RegionCode("X208"), Score0To10.of(2.5)));
            assertThat(map.quality()).isEqualTo(Map.of(new RegionCode("X205"), PainQuality.BURNING));
        });
        assertThat(kept().find(IntakeStep.PAIN).orElseThrow().typed())
                .as("it stands on the map alone")
                .isEmpty();
        types(IntakeStep.PAIN, StepState.DRAFT, IntakeHand.THERAPIST, told);
        types(IntakeStep.PAIN, StepState.ANSWERED, IntakeHand.THERAPIST, told);
        assertThat(records.bodyMaps().list(ann)).as("kept again").hasSize(1);
        assertThat(types(IntakeStep.PAIN, StepState.ANSWERED, IntakeHand.CLIENT_HERE, told))
                .isEqualTo(new Answer.No<>(Rule.INTAKE_STEP_IS_REVIEWED));
    }

    private Answer<TraumaEvent> takes(int number) {
        Told told = new Told(
                EventKind.SURGERY,
                EventDate.year(2009),
                List.of(),
                new PrivateText("my knee"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PrivateText.NONE);
        return new TellEvent(work, clock)
                .by(
                        SOMEBODY,
                        new TellEvent.Command(
                                Id.random(),
                                ann,
                                told,
                                Provenance.TOLD_BEFORE_SESSION,
                                Optional.of(new ToldIn(intake, number))));
    }

    @Test
    void events_toldByAClient_leaveTheIntakeAsTheyComeIntoTheHistory_alsoAfterASession() {
        begins(intake);
        Map<String, String> told = Map.of(
                "1.what",
                "my knee",
                "1.kind",
                "SURGERY",
                "1.when",
                "2009",
                "2.what",
                "a fall",
                "2.force",
                "LEFT ABOVE");
        types(IntakeStep.EVENTS, StepState.ANSWERED, IntakeHand.CLIENT_BY_LINK, told);
        assertThat(EventInIntake.of(kept().find(IntakeStep.EVENTS).orElseThrow().typed()))
                .extracting(EventInIntake::number)
                .containsExactly(1, 2);
        assertThat(EventInIntake.of(told, 2).force()).containsExactly(ForceDirection.LEFT, ForceDirection.ABOVE);
        assertThat(EventInIntake.of(told, 2).asked())
                .as("no way is asked for where no kind was said")
                .doesNotContain(EventQuestion.CODED);
        assertThat(records.history().list(ann)).as("unread").isEmpty();

        clock.pass(Duration.ofDays(1));
        ConsentOnRecord.add(records, ann, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(Id.random(), ann, Id.random()));
        assertThat(takes(1)).as("it was told before that session").isInstanceOf(Answer.Done.class);
        assertThat(records.history().list(ann)).hasSize(1);
        assertThat(kept().find(IntakeStep.EVENTS).orElseThrow().typed()).containsOnlyKeys("2.what", "2.force");
        assertThat(kept().missing()).as("the other is unread").contains(IntakeStep.EVENTS);
        assertThat(takes(2)).isInstanceOf(Answer.Done.class);
        assertThat(kept().missing()).doesNotContain(IntakeStep.EVENTS);
        assertThat(kept().isReviewed(IntakeStep.EVENTS)).isTrue();
    }

    @Test
    void redFlag_inAnIntake_isToldOnce_andADraftTellsNone() {
        begins(intake);
        Map<String, String> flagged =
                Map.of(AnswerIntakeStep.TEXT, "well", AnswerIntakeStep.RED_FLAGS, "danger-at-home psychosis");
        types(IntakeStep.HEALTH, StepState.DRAFT, IntakeHand.CLIENT_HERE, flagged);
        assertThat(records.redFlags().list(ann)).isEmpty();
        types(IntakeStep.HEALTH, StepState.ANSWERED, IntakeHand.CLIENT_HERE, flagged);
        types(IntakeStep.HEALTH, StepState.ANSWERED, IntakeHand.THERAPIST, flagged);
        assertThat(records.redFlags().listOpen(List.of(ann))).singleElement().satisfies(flag -> {
            assertThat(flag.origin()).isEqualTo(FlagOrigin.INTAKE);
            assertThat(flag.found()).hasSize(2);
        });
        assertThatThrownBy(() -> types(
                        IntakeStep.HEALTH,
                        StepState.ANSWERED,
                        IntakeHand.CLIENT_HERE,
                        Map.of(
                                AnswerIntakeStep.TEXT,
                                "well",
                                AnswerIntakeStep.RED_FLAGS,
                                "psychosis",
                                AnswerIntakeStep.NO_RED_FLAG,
                                "yes")))
                .isInstanceOf(BadValue.class);
    }
}
