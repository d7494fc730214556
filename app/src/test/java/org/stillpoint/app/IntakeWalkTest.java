package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.BeginIntake;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer.StepState;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/** An intake that is walked through at random, while the record is closed and opened again: every answer that was acknowledged is there. */
class IntakeWalkTest {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);
    private static final long SEED = 20261129;
    private static final int STEPS = 120;

    @TempDir
    Path folder;

    private Store open() {
        return Store.open(new StoreSettings.Sqlite(folder.resolve("data")), Clock.systemUTC());
    }

    private static UnitOfWork work(Store store) {
        return store.unitOfWork((actor, act, client) -> true);
    }

    @Test
    void everyAcknowledgedAnswer_isThereAfterEveryRestart() {
        Random random = new Random(SEED);
        Id<Intake> intake = Id.random();
        Map<IntakeStep, Map<String, String>> acknowledged = new EnumMap<>(IntakeStep.class);
        Store store = open();
        try {
            Client ann = Client.added(
                    new PrivateText("Ann"),
                    OptionalInt.empty(),
                    Clock.systemUTC().instant());
            store.clients().add(ann);
            new BeginIntake(work(store), Clock.systemUTC()).by(SOMEBODY, new BeginIntake.Command(intake, ann.id()));
            for (int i = 0; i < STEPS; i++) {
                IntakeStep step = IntakeStep.values()[random.nextInt(IntakeStep.values().length)];
                Map<String, String> typed =
                        Map.of("text", "typed " + i + " \u00e4\n\"", "score", String.valueOf(i % 11));
                Answer<Intake> answer = new AnswerIntakeStep(work(store), Clock.systemUTC())
                        .by(
                                SOMEBODY,
                                new AnswerIntakeStep.Command(
                                        Id.random(),
                                        ann.id(),
                                        intake,
                                        step,
                                        typed,
                                        step == IntakeStep.HEALTH || step.isKeptElsewhere() || random.nextBoolean()
                                                ? StepState.DRAFT
                                                : StepState.ANSWERED,
                                        IntakeHand.CLIENT_HERE));
                assertThat(answer).isInstanceOf(Answer.Done.class);
                acknowledged.put(step, typed);
                if (random.nextInt(8) == 0) {
                    store.close();
                    store = open();
                }
                Intake kept = store.intakes().get(ann.id(), intake);
                acknowledged.forEach((each, said) ->
                        assertThat(kept.find(each).orElseThrow().typed()).isEqualTo(said));
            }
        } finally {
            store.close();
        }
    }
}
