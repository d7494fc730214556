package org.stillpoint.words;

import java.util.List;

/** What was made of a table, for one line that a person can check: how it is written, what its columns were taken for, what was decided. */
public enum ReadWords implements Label {
    // How it is written
    COMMAS,
    SEMICOLONS,
    TABS,
    BARS,
    PASTED,
    WINDOWS_1252,
    UTF_16_WITHOUT_MARK,

    // What columns were taken for
    TIME,
    TIME_OF_DAY,
    PERSON,
    VALUE,
    START,
    ONLY,
    SEX,
    PAIN,
    STRESS,
    TENSION,
    ANXIETY,
    MOOD,
    SLEEP,
    BODY_AWARENESS,
    WORSE,
    REGIONS,
    DATE,
    INSTRUMENT,
    SCORE,

    // What was decided
    PEOPLE,
    ENTRIES,
    CHECK_INS,
    MAPS,
    SCORES,
    DAYS,
    TIMES,
    DATES,
    ZONE,
    MISSING,
    REPEATED_ROWS,
    WITHOUT_ANSWERS,
    DECIMAL_SIGN,
    LAYOUT,
    REGION_COLUMNS,

    // And how
    COMMA,
    AS_WRITTEN,
    NUMBERS_OF_MEN,
    NUMBERS_AS_PUBLISHED,
    NUMBERS_RECODED,
    MEN_NUMBERED_DIFFERENTLY;

    /** @param parts what was made of it, one after the other */
    public record Account(String file, int rows, AsTyped count, List<Message> parts) implements Message {}

    public record Part(Message of, Message is) implements Message {}

    public record Left(Message columns) implements Message {}

    public record ColumnWithoutName(int column) implements Message {}

    public record PassedOver(Message what) implements Message {}

    /** One after the other in one part. */
    public record And(Message first, Message second) implements Message {}

    public record Encoded(Message encoding, Message separator) implements Message {}

    public record OtherSign(String sign) implements Message {}

    public record AsTold(String encoding) implements Message {}

    public record SheetOf(String sheet) implements Message {}

    public record AboveHeader(int rows) implements Message {}

    public record BelowHeader(int rows) implements Message {}

    public record BlankRows(int rows) implements Message {}

    public record TotalsIn(String rows) implements Message {}

    public record Number(AsTyped number) implements Message {}

    public record FromTo(String first, String last) implements Message {}

    public record InUnit(Message form, Message unit) implements Message {}

    public record ListsIn(String column) implements Message {}

    public record SomeRegions(int regions) implements Message {}

    public record MenBy(AsTyped men, String column) implements Message {}

    public record CountedOnce(AsTyped rows, int many) implements Message {}

    public record OnePerson(String ways) implements Message {}

    public record AlikeButDifferent(String names) implements Message {}

    public record NumbersTheAnswers(String column) implements Message {}

    public record WithoutPain(AsTyped moments, int many) implements Message {}

    public record PhasesLeft(String column) implements Message {}

    /** @param zone where the table's days are */
    public record OnAnotherDay(AsTyped entries, int many, String zone, String here) implements Message {}

    public record RowAsPublished(AsTyped row) implements Message {}
}
