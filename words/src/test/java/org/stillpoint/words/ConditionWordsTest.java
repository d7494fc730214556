package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.safety.ProgramConditions;

class ConditionWordsTest {

    @Test
    void words_areThereForEveryRowOfTheProgram_andForNoOther() {
        assertThat(ProgramConditions.list().stream().map(ConditionWords::bare))
                .containsExactlyInAnyOrder(
                        Arrays.stream(ConditionWords.values()).toArray(Message[]::new));
    }
}
