package org.stillpoint.web.table;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.painmap.BodyMapTable.OnMaps;
import org.stillpoint.exchange.painmap.Layout;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.HowToRead.DateOrder;
import org.stillpoint.exchange.table.HowToRead.DecimalSign;
import org.stillpoint.exchange.table.HowToRead.TimeUnit;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.Message;

/** What a person said about a table in the fields of its page. */
final class TableFields {

    /** Fields that are shown where they are asked, or were filled in. */
    static final List<String> SELDOM = List.of(
            "decimal",
            "unit",
            "missing",
            "encoding",
            "sheet",
            "dayZero",
            "only",
            "means",
            "farApart",
            "layout",
            "mark");

    private static final List<String> ALWAYS = List.of("kind", "name", "dates", "zone");

    private static final double MOST_PAIN = 10;

    private final Form form;
    private final Clock clock;

    TableFields(Form form, Clock clock) {
        this.form = form;
        this.clock = clock;
    }

    HowToRead how() {
        return new HowToRead(
                read("encoding", TableFields::charset, ImportWords.NO_ENCODING),
                one("dates", DateOrder.values()),
                one("decimal", DecimalSign.values()),
                Optional.of(zone()),
                one("unit", TimeUnit.values()),
                Arrays.stream(form.raw("missing").split(",", -1))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .collect(Collectors.toUnmodifiableSet()),
                Optional.of(form.raw("sheet").strip()).filter(name -> !name.isEmpty()));
    }

    /** The zone that was written; the practice's where none was. */
    ZoneId zone() {
        return read("zone", ZoneId::of, ImportWords.NO_ZONE).orElse(clock.getZone());
    }

    OnePerson onePerson(Map<Integer, ColumnUse> uses) {
        String only = form.raw("only").strip();
        return new OnePerson(
                uses,
                zone(),
                clock.getZone(),
                read("dayZero", LocalDate::parse, ImportWords.NO_DAY),
                only.indexOf('=') > 0 ? Set.of(only) : Set.of(),
                form.chosen("means", "on"),
                form.chosen("farApart", "on"),
                clock.instant());
    }

    OnMaps onMaps() {
        OptionalDouble mark = form.number("mark", 0, MOST_PAIN);
        return new OnMaps(one("layout", Layout.values()).orElse(Layout.BY_THE_TABLE), mark);
    }

    /** What the columns were said to hold, by their places; empty where nothing was said yet. */
    Map<Integer, ColumnUse> uses(int columns) {
        Map<Integer, ColumnUse> uses = new LinkedHashMap<>();
        for (int place = 0; place < columns; place++) {
            int at = place;
            one("as" + place, ColumnUse.values()).ifPresent(use -> uses.put(at, use));
        }
        return uses;
    }

    private <T> Optional<T> read(String field, Function<String, T> reader, Message problem) {
        String typed = form.raw(field).strip();
        if (typed.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(typed));
        } catch (DateTimeException | IllegalCharsetNameException | UnsupportedCharsetException notUnderstood) {
            form.problems().add(field, problem);
            return Optional.empty();
        }
    }

    private static Charset charset(String name) {
        return Charset.forName(name);
    }

    private <E extends Enum<E>> Optional<E> one(String field, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(form.raw(field).strip()))
                .findFirst();
    }

    /** Everything that was said, in one text, by which a page that was shown is told from one that was changed since. */
    static String all(Form form, int columns) {
        List<String> said = new ArrayList<>();
        Stream.concat(ALWAYS.stream(), SELDOM.stream()).forEach(field -> said.add(field + "=" + form.raw(field)));
        for (int place = 0; place < columns; place++) {
            said.add(form.raw("as" + place));
        }
        return Integer.toHexString(said.hashCode());
    }

    /** The field that answers a question. */
    static String field(QuestionSubject about) {
        return switch (about) {
            case ENCODING -> "encoding";
            case SHEET -> "sheet";
            case DATES -> "dates";
            case DECIMAL -> "decimal";
            case TIME_UNIT -> "unit";
            case DAY_NUMBERS -> "dayZero";
            case FAR_APART -> "farApart";
            case SAME_MOMENT -> "means";
            case WHOSE -> "only";
            case COLUMNS -> "columns";
            case CODE -> "missing";
            case LAYOUT -> "layout";
            case MARKS -> "mark";
        };
    }
}
