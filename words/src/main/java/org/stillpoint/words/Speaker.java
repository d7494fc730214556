package org.stillpoint.words;

import com.ibm.icu.number.NumberFormatter;
import com.ibm.icu.number.Precision;
import com.ibm.icu.number.Scale;
import com.ibm.icu.util.MeasureUnit;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.WeekFields;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.history.EventDate;

/**
 * Says messages, numbers and dates, in one language at a time and one time zone. May be shared between threads.
 *
 * <p>Numbers, dates and times are written as the Unicode locale data of the language has them, with the true minus sign.
 */
public final class Speaker {

    /** The components of a message, ready to be read; looked up once for each type. */
    private static final ClassValue<List<Method>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Method> computeValue(Class<?> message) {
            return Arrays.stream(message.getRecordComponents())
                    .map(RecordComponent::getAccessor)
                    .peek(accessor -> accessor.setAccessible(true))
                    .toList();
        }
    };

    private final Supplier<Locale> language;
    private final UnaryOperator<Locale> country;
    private final Supplier<ZoneId> zone;

    /**
     * @param locale the language, and how its region writes; where there are no texts in that language it is English
     * @param zone the practice's time zone
     */
    public Speaker(Locale locale, ZoneId zone) {
        this(locale, () -> zone);
    }

    /**
     * @param locale as above
     * @param zone the practice's time zone, which may be changed
     */
    public Speaker(Locale locale, Supplier<ZoneId> zone) {
        this(() -> locale, zone);
    }

    /**
     * @param language as above, asked anew for everything that is said
     * @param zone the practice's time zone, which may be changed
     */
    public Speaker(Supplier<Locale> language, Supplier<ZoneId> zone) {
        this(language, UnaryOperator.identity(), zone);
    }

    /**
     * @param language as above
     * @param country gives any language as the practice's country writes it, asked anew for everything that is said
     * @param zone the practice's time zone, which may be changed
     */
    public Speaker(Supplier<Locale> language, UnaryOperator<Locale> country, Supplier<ZoneId> zone) {
        this.language = language;
        this.country = country;
        this.zone = zone;
    }

    /** The same in this language, whatever this one speaks meanwhile; as the same country writes it. */
    public Speaker in(Locale locale) {
        return new Speaker(() -> locale, country, zone);
    }

    public Locale locale() {
        return tongue().locale();
    }

    private Tongue tongue() {
        return Tongue.of(country.apply(language.get()));
    }

    public ZoneId zone() {
        return zone.get();
    }

    /** The message's text with its arguments filled in. */
    public String say(Message message) {
        Sentence sentence = tongue().sentence(message);
        return sentence.arguments().isEmpty() ? sentence.say(Map.of()) : sentence.say(arguments(message, sentence));
    }

    /** Every text of a group by its key, as it stands in the message file, for scripts that fill them in themselves. */
    public SortedMap<String, String> texts(Class<? extends Label> group) {
        return tongue().texts(group);
    }

    /** The text as it stands in the message file, for a script that fills it in itself. */
    public String text(MessageKey key) {
        return tongue().text(key);
    }

    /** What people call a constant of another room. */
    public String name(Enum<?> value) {
        return say(new Named(value));
    }

    /** Up to one decimal, without a trailing zero. */
    public String number(double value) {
        return tongue().number().format(tenths(value)).toString();
    }

    public String whole(long value) {
        return tongue().number().format(value).toString();
    }

    public String number(Decimal value) {
        return tongue().number()
                .precision(Precision.fixedFraction(value.places()))
                .format(BigDecimal.valueOf(value.value()).setScale(value.places(), RoundingMode.HALF_UP))
                .toString();
    }

    /** As it is typed into a table, with the language's decimal sign. */
    public String number(AsTyped typed) {
        BigDecimal value = typed.value();
        return NumberFormatter.withLocale(locale())
                .grouping(NumberFormatter.GroupingStrategy.OFF)
                .precision(Precision.fixedFraction(value.scale()))
                .format(value)
                .toString();
    }

    public String number(Signed difference) {
        return tongue().number()
                .sign(NumberFormatter.SignDisplay.EXCEPT_ZERO)
                .format(tenths(difference.value()))
                .toString();
    }

    public String score(Score0To10 score) {
        return number(score.value());
    }

    /** How much was told, or that it is not known. */
    public String told(Optional<Score0To10> score) {
        return score.map(this::score).orElseGet(() -> say(EventWords.NOT_KNOWN));
    }

    public String percent(double share) {
        return tongue().number()
                .unit(MeasureUnit.PERCENT)
                .scale(Scale.powerOfTen(2))
                .precision(Precision.integer())
                .format(share)
                .toString();
    }

    /** {@code 3 November 2026}. */
    public String day(LocalDate date) {
        return date.format(tongue().day());
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone()));
    }

    /** {@code 3 Nov 2026}. */
    public String shortDay(LocalDate date) {
        return date.format(tongue().shortDay());
    }

    public String shortDay(Instant at) {
        return shortDay(LocalDate.ofInstant(at, zone()));
    }

    /** {@code Tuesday, 3 November 2026}. */
    public String weekday(LocalDate date) {
        return date.format(tongue().weekday());
    }

    /** {@code November 2026}. */
    public String month(YearMonth of) {
        return of.format(tongue().month());
    }

    /** {@code 14:05}, in the practice's time zone. */
    public String time(Instant at) {
        return at.atZone(zone()).format(tongue().time());
    }

    /** An hour of the clock, of no day and no time zone: {@code 14:05}, or {@code 2:05 PM} where it is written so. */
    public String time(LocalTime hour) {
        return hour.format(tongue().time());
    }

    /** The days of a week, from that on which it begins. */
    public List<DayOfWeek> week() {
        DayOfWeek first = WeekFields.of(locale()).getFirstDayOfWeek();
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(first::plus)
                .toList();
    }

    /** A date as precisely as it is remembered. */
    public String when(EventDate date) {
        return switch (date.precision()) {
            case DAY -> day(date.first());
            case MONTH -> month(YearMonth.from(date.first()));
            case YEAR -> Year.from(date.first()).toString();
            case ABOUT -> say(new Dates.About(Year.from(date.first()).plusYears(EventDate.ABOUT_YEARS)));
        };
    }

    /** How long ago, in the unit that people would use. */
    public String ago(EventDate date, LocalDate today) {
        return say(Dates.ago(date, today));
    }

    /** Minutes and seconds since a session started: {@code 12:05}. */
    public String clock(Duration since) {
        long seconds = Math.max(0, since.toSeconds());
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    public String length(Duration length) {
        return say(new Dates.Minutes(Math.max(0, Math.round(length.toSeconds() / 60.0))));
    }

    private Map<String, Object> arguments(Message message, Sentence sentence) {
        Map<String, Object> values = new HashMap<>();
        for (Method component : COMPONENTS.get(message.getClass())) {
            Object value = value(message, component);
            values.put(
                    component.getName(),
                    sentence.selecting().contains(component.getName()) ? choice(value) : argument(value));
        }
        return values;
    }

    private static Object value(Message message, Method component) {
        try {
            return component.invoke(message);
        } catch (ReflectiveOperationException closed) {
            throw new IllegalStateException(message.key() + " hides " + component.getName(), closed);
        }
    }

    private static String choice(Object value) {
        return value instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : String.valueOf(value);
    }

    /** As it is filled in: numbers that may be counted stay numbers, everything else is said here. */
    private Object argument(Object value) {
        return switch (value) {
            case String text -> text;
            case Message message -> say(message);
            case PlaceName place -> place.in(locale());
            case Enum<?> constant -> name(constant);
            case Integer count -> count;
            case Long count -> count;
            case Double measured -> measured(measured);
            case Decimal decimal -> number(decimal);
            case AsTyped typed -> number(typed);
            case Share share -> percent(share.ofOne());
            case Signed difference -> number(difference);
            case ForecastWords.Clock clock -> time(clock.at());
            case Score0To10 score -> measured(score.value());
            case LocalDate date -> day(date);
            case Instant at -> day(at);
            case ShortDay day -> shortDay(day.at());
            case YearMonth of -> month(of);
            case Year year -> year.toString();
            case EventDate date -> when(date);
            case Duration length -> length(length);
            case List<?> several ->
                several.stream().map(this::argument).map(String::valueOf).collect(Collectors.joining("; "));
            default ->
                throw new IllegalArgumentException(
                        "no way to say a " + value.getClass().getName());
        };
    }

    /** A number whose plural may matter stays a number; less than nothing is never counted and is said at once. */
    private Object measured(double value) {
        BigDecimal rounded = tenths(value);
        return rounded.signum() < 0 ? number(value) : rounded;
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
