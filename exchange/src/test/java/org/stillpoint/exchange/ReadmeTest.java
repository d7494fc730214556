package org.stillpoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.questionnaire.QuestionnaireTable;
import org.stillpoint.exchange.table.Table;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {

        Table table = Table.ofText("scores", "date,instrument,score\n2026-03-01,gad7,14\n");
        OnePerson one = OnePerson.nothingSaid(ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-22T12:00:00Z"));
        var scores = QuestionnaireTable.read(table, one); // or everything that is wrong, with row and column

        assertThat(scores.scores()).hasSize(1);
    }
}
