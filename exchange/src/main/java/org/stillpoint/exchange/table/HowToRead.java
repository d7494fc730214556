package org.stillpoint.exchange.table;

import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.words.TableWords;

/**
 * What a person said about a table that its bytes do not say; where nothing is said it is told from the table or asked for.
 *
 * @param encoding of the text
 * @param dates the order of day and month where both are numbers
 * @param decimal the sign between a number's whole and its parts
 * @param zone where the days are: moments with an offset, or counted from 1970, fall on the days of this place
 * @param unit what plain numbers in a column of times count
 * @param missing further texts that stand for "no answer", such as 999
 * @param sheet the sheet of a workbook
 */
public record HowToRead(
        Optional<Charset> encoding,
        Optional<DateOrder> dates,
        Optional<DecimalSign> decimal,
        Optional<ZoneId> zone,
        Optional<TimeUnit> unit,
        Set<String> missing,
        Optional<String> sheet) {

    /** Nothing was said. */
    public static final HowToRead TOLD_BY_THE_TABLE = new HowToRead(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Optional.empty());

    public HowToRead {
        missing = Set.copyOf(missing);
    }

    /** The order in which a date's numbers stand. */
    public enum DateOrder {
        DMY,
        MDY,
        YMD
    }

    /** What stands between a number's whole and its parts. */
    public enum DecimalSign {
        COMMA,
        POINT
    }

    /** What a plain number of time counts. */
    public enum TimeUnit {
        DAYS(1, TableWords.DAYS),
        HOURS(24, TableWords.HOURS),
        MINUTES(1440, TableWords.MINUTES),
        SECONDS(86_400, TableWords.SECONDS);

        private final double perDay;
        private final TableWords noun;

        TimeUnit(double perDay, TableWords noun) {
            this.perDay = perDay;
            this.noun = noun;
        }

        /** Plural, for a sentence. */
        public TableWords noun() {
            return noun;
        }

        /** How many make a day. */
        public double perDay() {
            return perDay;
        }
    }
}
