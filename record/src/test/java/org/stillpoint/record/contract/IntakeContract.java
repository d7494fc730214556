package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.record.intake.StepAnswer.StepState;

/** What every keeping does with intakes. */
public interface IntakeContract extends Practice {

    @Test
    default void intake_isKeptStepByStep_andGoesOnUntilItIsCompleted() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Intake begun = Intake.begun(Id.random(), ann.id(), now());
        records().intakes().add(begun);
        records().intakes().add(begun);
        assertThat(records().intakes().listOpen(List.of(ann.id(), bea.id()))).containsExactly(begun);

        StepAnswer typed = new StepAnswer(
                Map.of("text", "my neck, \u00fc\n\"since\" June"), StepState.DRAFT, IntakeHand.CLIENT_BY_LINK, now());
        Intake kept = records().intakes().update(begun.with(IntakeStep.REASON, typed));
        reopen();
        assertThat(records().intakes().list(ann.id())).containsExactly(kept);
        assertThat(kept.find(IntakeStep.REASON)).contains(typed);
        assertThatThrownBy(() -> records().intakes().update(begun)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().intakes().add(begun)).isInstanceOf(AlreadyThere.class);
        assertThat(records().intakes().find(bea.id(), begun.id())).isEmpty();

        Intake completed = records().intakes().update(kept.completed(now()));
        assertThat(records().intakes().listOpen(List.of(ann.id()))).isEmpty();
        assertThat(records().intakes().get(ann.id(), begun.id())).isEqualTo(completed);
        records().clients().erase(ann.id());
        assertThat(records().intakes().list(ann.id())).isEmpty();
    }
}
