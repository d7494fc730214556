package org.stillpoint.words;

import com.ibm.icu.number.LocalizedNumberFormatter;
import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.text.DecimalFormatSymbols;
import java.math.RoundingMode;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** One language: its texts, and how it writes numbers, days and times. Made once for each locale, and shared between threads. */
final class Tongue {

    private static final Map<Locale, Tongue> KNOWN = new ConcurrentHashMap<>();

    private final Locale locale;
    private final MessageCatalogue catalogue;
    private final Map<Class<? extends Label>, SortedMap<String, String>> texts = new ConcurrentHashMap<>();
    private final LocalizedNumberFormatter number;
    private final DateTimeFormatter day;
    private final DateTimeFormatter shortDay;
    private final DateTimeFormatter weekday;
    private final DateTimeFormatter month;
    private final DateTimeFormatter time;

    private Tongue(Locale locale) {
        this.locale = locale;
        this.catalogue = new MessageCatalogue(locale);
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setMinusSignString("\u2212");
        this.number = NumberFormatter.withLocale(locale)
                .symbols(symbols)
                .roundingMode(RoundingMode.HALF_UP)
                .precision(Precision.maxFraction(1));
        this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.shortDay = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.weekday = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(locale);
        this.month = DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    /** That of a language, as its region writes; where there are no texts in that language it is English. */
    static Tongue of(Locale wanted) {
        Locale locale = MessageCatalogue.LANGUAGES.stream()
                        .anyMatch(known -> known.getLanguage().equals(wanted.getLanguage()))
                ? wanted
                : Locale.UK;
        return KNOWN.computeIfAbsent(locale, Tongue::new);
    }

    Locale locale() {
        return locale;
    }

    Sentence sentence(Message message) {
        return catalogue.get(message);
    }

    String text(MessageKey key) {
        return catalogue.text(key.group(), key.entry());
    }

    SortedMap<String, String> texts(Class<? extends Label> group) {
        return texts.computeIfAbsent(group, this::read);
    }

    private SortedMap<String, String> read(Class<? extends Label> group) {
        String name = MessageKey.group(group);
        SortedMap<String, String> found = new TreeMap<>();
        catalogue.group(name).keySet().forEach(entry -> found.put(entry, catalogue.text(name, entry)));
        return Collections.unmodifiableSortedMap(found);
    }

    LocalizedNumberFormatter number() {
        return number;
    }

    DateTimeFormatter day() {
        return day;
    }

    DateTimeFormatter shortDay() {
        return shortDay;
    }

    DateTimeFormatter weekday() {
        return weekday;
    }

    DateTimeFormatter month() {
        return month;
    }

    DateTimeFormatter time() {
        return time;
    }
}
