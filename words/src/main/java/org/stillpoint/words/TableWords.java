package org.stillpoint.words;

/**
 * What is wrong with a table, and what has to be asked about it: of each problem the rest of a sentence that starts with the place and the
 * value, of each question a sentence without its full stop. How a question is answered is said by who asks: the command line names an
 * option, a page a field.
 */
public enum TableWords implements Label {
    // The file
    EMPTY,
    NO_SUCH_FILE,
    NOT_ALLOWED,
    FOLDER,
    CANNOT_BE_UNPACKED,
    ENDS_EARLY,
    BINARY_HEADER,
    BINARY,
    OLD_WORKBOOK,
    PDF,
    SPSS,
    DATABASE,
    PARQUET,
    PICTURE,
    WEB_PAGE,
    XML,
    RTF,
    UNKNOWN_ENCODING,
    NO_WORKBOOK,
    STRANGE_WORKBOOK,
    UNPACKS_TO_MORE,
    PACKED_FOLDER,
    SEVERAL_SHEETS,
    NOT_NUMBERS,
    NO_NUMBERS,
    NO_ROW,
    NO_ENTRIES,

    // Its columns and cells
    COLUMN_TWICE,
    VALUE_MISSING,
    NUMBER_MISSING,
    NOT_A_NUMBER,
    NOT_FINITE,

    // Times
    NO_TIME,
    COUNTS_NOTHING,
    NO_TIME_OF_DAY,
    A_DAY_NUMBER,
    A_DATE,
    DAY_NUMBERS,
    DATES,
    DATES_OF_DIGITS,
    DAY_BEFORE_MONTH,
    MONTH_BEFORE_DAY,
    YEAR_FIRST,
    DAYS_OF_EXCEL,
    SECONDS_SINCE,
    MILLISECONDS_SINCE,
    MICROSECONDS_SINCE,
    HOURS,
    MINUTES,
    SECONDS,
    DAYS,
    NO_DAY_ZERO,

    // Scores, check-ins and body maps
    NO_DAY_OF_SCORES,
    NO_INSTRUMENT_COLUMN,
    NO_SCORE_COLUMN,
    NO_SCORE,
    NO_PAIN_COLUMN,
    OF_A_CHECK_IN,
    CHECK_IN_AHEAD,
    UNKEEPABLE,
    NO_PAIN,
    NO_DAY_COLUMN,
    MARKS_ONLY,
    MAP_AHEAD,
    NO_MAP,
    ID_MISSING,
    NO_REGIONS,
    REGION_TWICE,
    REGION_AS_ID,
    NO_REGION,
    NO_SEXES,
    MEN_DIFFER;

    public record OfFile(String file, Message fault) implements Message {}

    public record OfValue(String file, String value, Message fault) implements Message {}

    public record OfRow(String file, AsTyped row, Message fault) implements Message {}

    public record OfValueInRow(String file, AsTyped row, String value, Message fault) implements Message {}

    public record OfColumn(String file, AsTyped row, String column, Message fault) implements Message {}

    public record OfCell(String file, AsTyped row, String column, String value, Message fault) implements Message {}

    public record BrokenTable(AsTyped columns) implements Message {}

    public record NotInEncoding(Message encoding) implements Message {}

    public record TooManyColumns(AsTyped most) implements Message {}

    public record TooManyRows(AsTyped rows, AsTyped columns) implements Message {}

    public record TooManyValues(AsTyped most) implements Message {}

    public record TooMuchText(AsTyped megabytes) implements Message {}

    public record TooMuchToldText(AsTyped megabytes) implements Message {}

    public record TooMuchFromPipe(AsTyped megabytes) implements Message {}

    public record LargeWorkbook(AsTyped megabytes) implements Message {}

    public record NoSheet(String sheet, String sheets) implements Message {}

    public record OtherWidth(AsTyped fields, AsTyped header) implements Message {}

    public record OtherWidthThanFirst(AsTyped fields, AsTyped first) implements Message {}

    public record NoSuchColumn(String columns) implements Message {}

    /** @param usual the names it usually has */
    public record NoneIsCalled(String usual) implements Message {}

    public record NotBetween(AsTyped low, AsTyped high) implements Message {}

    /** @param why what says so, as the end of a sentence */
    public record OffTheScale(AsTyped low, AsTyped high, Message why) implements Message {}

    public record ThousandOrPart(String column, String value) implements Message {}

    public record DayOrMonth(String column, String value) implements Message {}

    public record DayNumberAmong(Message form) implements Message {}

    public record DateAmong(Message form) implements Message {}

    public record DateInAnotherForm(Message form) implements Message {}

    /** @param day such a date as a table holds them */
    public record NoDate(String day) implements Message {}

    public record NotBetweenDays(String first, String last) implements Message {}

    public record WholeMultiples(Message unit) implements Message {}

    /** @param row where it stands */
    public record FarFromNearest(AsTyped row, String day, AsTyped years) implements Message {}

    public record YearsApart(String first, String second) implements Message {}

    /** @param more how many rows do the same */
    public record TwoAtOnce(
            String column, AsTyped first, AsTyped second, AsTyped value, AsTyped other, String day, int more)
            implements Message {}

    /** @param times how often */
    public record FarFromAll(String column, AsTyped code, int times, AsTyped low, AsTyped high) implements Message {}

    /** @param kind of day the start is */
    public record OtherKindOfStart(Message kind, Message form) implements Message {}

    public record AnotherStart(String before) implements Message {}

    public record LeftOver(String column, AsTyped values, String some) implements Message {}

    public record EachRowAnother(String column) implements Message {}

    public record Disagree(String first, String second) implements Message {}

    public record TakenForOneThing(String columns) implements Message {}

    public record SeveralPeople(String column, AsTyped people, String some) implements Message {}

    public record OtherRangeByName(AsTyped low, AsTyped high) implements Message {}

    public record OtherMap(AsTyped row) implements Message {}

    public record SeveralLists(String columns) implements Message {}

    public record NoRegionOfList(String code) implements Message {}

    public record SexesAreNumbers(String column) implements Message {}

    public record NoInstrument(String known) implements Message {}

    public record OtherScore(AsTyped row) implements Message {}
}
