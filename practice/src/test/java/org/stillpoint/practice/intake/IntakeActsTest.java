package org.stillpoint.practice.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.safety.FlagOrigin;
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
            assertThat(completes()).as("before %s", step).isEqualTo(new Answer.No<>(Rule.INTAKE_LACKS_ANSWERS));
            if (step.isRequired()) {
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
        assertThat(kept().find(IntakeStep.REASON).map(StepAnswer::isToReview)).contains(true);

        answers(IntakeStep.REASON, IntakeHand.THERAPIST, "my neck, since June");
        assertThat(records.aboutClients().background(ann).told().reason().value())
                .isEqualTo("my neck, since June");
        assertThat(kept().find(IntakeStep.REASON).map(StepAnswer::typed)).contains(Map.of());
        assertThat(records.corrections().list(ann)).hasSize(1);
        assertThat(types(IntakeStep.REASON, StepState.DRAFT, IntakeHand.CLIENT_HERE, Map.of("text", "no")))
                .isEqualTo(new Answer.No<>(Rule.INTAKE_STEP_IS_REVIEWED));
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
