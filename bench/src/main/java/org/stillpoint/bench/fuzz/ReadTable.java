package org.stillpoint.bench.fuzz;

import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.diary.CheckInTable;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.questionnaire.QuestionnaireTable;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.Table;

/** Bytes read as a table, and the table as a diary and as scores: good, or refused in words. */
final class ReadTable {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final Instant LATEST = Instant.parse("2026-11-28T12:00:00Z");

    private ReadTable() {}

    /** @param name with the ending that says what the bytes are */
    static void read(String name, byte[] bytes) {
        OnePerson one = OnePerson.nothingSaid(ZONE, LATEST);
        Supplier<Table> table = () -> Table.ofBytes(name, bytes, HowToRead.TOLD_BY_THE_TABLE);
        refusedOrGood(() -> {
            CheckInTable.read(table, one);
        });
        refusedOrGood(() -> {
            QuestionnaireTable.read(table.get(), one);
        });
    }

    private static void refusedOrGood(Runnable reading) {
        try {
            reading.run();
        } catch (BadInput refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new IllegalStateException("refused without a word", refused);
            }
        }
    }
}
