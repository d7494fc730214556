package org.stillpoint.exchange.diary;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.DiaryTable.Entries;
import org.stillpoint.exchange.diary.DiaryTable.Instructions;
import org.stillpoint.exchange.diary.DiaryTable.SameMoment;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Days;
import org.stillpoint.exchange.table.HowToRead.TimeUnit;
import org.stillpoint.exchange.table.Isolated;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.TableWords;

/** What has to be asked about entries that could be read: moments with two values, years apart, codes for no answer, other units. */
final class Doubts {

    /** Entries of one person further apart than this are asked about, in days: five years. */
    private static final double FAR = 1826;

    private final Table table;
    private final Instructions told;
    private final Days days;
    private final Column value;
    private final Map<String, Entries> people;

    Doubts(Table table, Instructions told, Days days, Column value, Map<String, Entries> people) {
        this.table = table;
        this.told = told;
        this.days = days;
        this.value = value;
        this.people = people;
    }

    void ask() {
        unit();
        farApart();
        sameMoment();
        if (told.scale().apply(value).isEmpty()) {
            codes();
        }
    }

    private void sameMoment() {
        if (told.sameMoment() != SameMoment.ASK) {
            return;
        }
        List<Entries> both =
                people.values().stream().filter(e -> e.conflicts() > 0).toList();
        if (both.isEmpty()) {
            return;
        }
        Entries own = both.getFirst();
        int second = own.firstConflict();
        int first = own.firstAt(own.days().get(second));
        int count = both.stream().mapToInt(Entries::conflicts).sum();
        throw table.ask(new Question(
                QuestionSubject.SAME_MOMENT,
                new TableWords.TwoAtOnce(
                        value.name(),
                        AsTyped.of(own.row(first)),
                        AsTyped.of(own.row(second)),
                        new AsTyped(BigDecimal.valueOf(own.values().get(first))),
                        new AsTyped(BigDecimal.valueOf(own.values().get(second))),
                        days.written(own.days().get(second)),
                        count - 1),
                "say --same-moment mean to take their mean, or --same-moment all to take each as an entry"));
    }

    private void farApart() {
        if (told.farApart() || !days.isCalendar()) {
            return;
        }
        for (Entries own : people.values()) {
            if (span(own) <= FAR) {
                continue;
            }
            Integer[] order = order(own);
            for (int i = 1; i < order.length; i++) {
                double before = own.days().get(order[i - 1]);
                double after = own.days().get(order[i]);
                if (after - before > FAR) {
                    boolean early = i <= order.length / 2;
                    throw table.ask(new Question(
                            QuestionSubject.FAR_APART,
                            new TableWords.FarFromNearest(
                                    AsTyped.of(own.row(early ? order[i - 1] : order[i])),
                                    days.written(early ? before : after),
                                    AsTyped.of(Math.round((after - before) / 365.25))),
                            "mend it, or say --far-apart where that is meant"));
                }
            }
        }
    }

    private static double span(Entries own) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double day : own.days()) {
            low = Math.min(low, day);
            high = Math.max(high, day);
        }
        return high - low;
    }

    private static Integer[] order(Entries own) {
        List<Double> all = own.days();
        Integer[] order = new Integer[all.size()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, java.util.Comparator.comparingDouble(all::get));
        return order;
    }

    /** Day numbers that are all whole multiples of the hours or minutes of a day count those. */
    private void unit() {
        if (days.isCalendar()
                || days.unit() != TimeUnit.DAYS
                || table.how().unit().isPresent()) {
            return;
        }
        double[] all = people.values().stream()
                .flatMap(e -> e.days().stream())
                .mapToDouble(Double::doubleValue)
                .sorted()
                .distinct()
                .toArray();
        if (all.length < 4) {
            return;
        }
        DoublePredicate whole = step -> {
            for (double day : all) {
                if (Math.abs((day - all[0]) / step - Math.rint((day - all[0]) / step)) > 1e-9) {
                    return false;
                }
            }
            return true;
        };
        Stream.of(TimeUnit.SECONDS, TimeUnit.MINUTES, TimeUnit.HOURS)
                .filter(unit -> whole.test(unit.perDay()))
                .findFirst()
                .ifPresent(unit -> {
                    String name = unit.name().toLowerCase(Locale.ROOT);
                    throw table.ask(new Question(
                            QuestionSubject.TIME_UNIT,
                            new TableWords.WholeMultiples(unit.noun()),
                            "say --time-unit " + name + " or --time-unit days",
                            List.of(name, "days")));
                });
    }

    private void codes() {
        Isolated.ask(
                table,
                value,
                people.values().stream()
                        .flatMap(e -> e.values().stream())
                        .mapToDouble(Double::doubleValue)
                        .toArray());
    }
}
