package org.stillpoint.web.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.Label;
import org.stillpoint.words.Message;

/**
 * A table before it is taken.
 *
 * @param kind what it is said to hold
 * @param look how it was read; empty before there is one
 * @param form what was said about it
 * @param taken what was taken last
 */
public record ImportPage(ClientHead head, Kind kind, Optional<TableLook> look, Form form, Optional<Message> taken) {

    /** What can be taken. */
    public enum Kind {
        CHECK_INS(ImportWords.CHECK_INS),
        BODY_MAPS(ImportWords.BODY_MAPS),
        SCORES(ImportWords.SCORES);

        private final Label words;

        Kind(Label words) {
            this.words = words;
        }

        public Label words() {
            return words;
        }
    }

    /**
     * How a table was read.
     *
     * @param held the table itself, to be sent again
     * @param name of its file
     * @param read what was made of it, sentence by sentence; empty where it could not be read
     * @param columns those that can be corrected
     * @param regionColumns how many hold regions
     * @param header the first columns' names
     * @param rows the first rows of those columns
     * @param wrong what is wrong, row by row
     * @param choices what can be chosen where only some rows are meant, or one sheet
     * @param looked what was said when it was shown: a table is taken as it was shown
     * @param ready whether it can be taken
     */
    public record TableLook(
            String held,
            String name,
            List<Message> read,
            List<ColumnAs> columns,
            int regionColumns,
            List<String> header,
            List<List<String>> rows,
            List<Message> wrong,
            List<String> choices,
            String looked,
            boolean ready) {}

    /**
     * A column as it was understood.
     *
     * @param place from 0
     * @param samples its first values
     * @param use what it is taken for; empty for nothing
     */
    public record ColumnAs(int place, String name, String samples, String use) {
        public String field() {
            return "as" + place;
        }
    }

    private static final Map<ColumnUse, Label> WORDS = Map.ofEntries(
            Map.entry(ColumnUse.TIME, ImportWords.TIME),
            Map.entry(ColumnUse.TIME_OF_DAY, ImportWords.TIME_OF_DAY),
            Map.entry(ColumnUse.PERSON, ImportWords.PERSON),
            Map.entry(ColumnUse.PAIN, ImportWords.PAIN),
            Map.entry(ColumnUse.STRESS, ImportWords.STRESS),
            Map.entry(ColumnUse.TENSION, ImportWords.TENSION),
            Map.entry(ColumnUse.ANXIETY, ImportWords.ANXIETY),
            Map.entry(ColumnUse.MOOD, ImportWords.MOOD),
            Map.entry(ColumnUse.SLEEP, ImportWords.SLEEP),
            Map.entry(ColumnUse.BODY_AWARENESS, ImportWords.BODY_AWARENESS),
            Map.entry(ColumnUse.WORSE, ImportWords.WORSE),
            Map.entry(ColumnUse.SEX, ImportWords.SEX),
            Map.entry(ColumnUse.REGIONS, ImportWords.REGIONS),
            Map.entry(ColumnUse.INSTRUMENT, ImportWords.INSTRUMENT),
            Map.entry(ColumnUse.SCORE, ImportWords.SCORE),
            Map.entry(ColumnUse.LEFT, ImportWords.LEFT));

    /** What a column can be taken for. */
    public List<ColumnUse> uses() {
        return switch (kind) {
            case BODY_MAPS ->
                List.of(ColumnUse.TIME, ColumnUse.TIME_OF_DAY, ColumnUse.PERSON, ColumnUse.SEX, ColumnUse.LEFT);
            case SCORES ->
                List.of(ColumnUse.TIME, ColumnUse.INSTRUMENT, ColumnUse.SCORE, ColumnUse.PERSON, ColumnUse.LEFT);
            case CHECK_INS ->
                List.of(
                        ColumnUse.TIME,
                        ColumnUse.TIME_OF_DAY,
                        ColumnUse.PERSON,
                        ColumnUse.PAIN,
                        ColumnUse.STRESS,
                        ColumnUse.TENSION,
                        ColumnUse.ANXIETY,
                        ColumnUse.MOOD,
                        ColumnUse.SLEEP,
                        ColumnUse.BODY_AWARENESS,
                        ColumnUse.WORSE,
                        ColumnUse.LEFT);
        };
    }

    public Label words(ColumnUse use) {
        return WORDS.getOrDefault(use, ImportWords.NOT_USED);
    }

    /** Whether something was said, or is asked, of what is seldom needed. */
    public boolean more() {
        return TableFields.SELDOM.stream()
                .anyMatch(field -> !form.raw(field).isEmpty() || form.problems().has(field));
    }
}
