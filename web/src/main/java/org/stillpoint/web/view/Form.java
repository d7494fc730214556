package org.stillpoint.web.view;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.work.Deed;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Message;

/**
 * What a person sent with a form: read field by field, each problem noted beside its field with its range, and
 * everything as typed at hand to be shown again.
 */
public final class Form {

    /** Characters of one free text: the product's own bound for what is typed into a page, about a printed page. */
    public static final int MOST_CHARACTERS = 4000;

    /** As fields for numbers send them, small ones with an exponent. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d*\\.?\\d+([eE][+-]?\\d+)?");

    private static final Form EMPTY = new Form(Map.of());

    private final Map<String, String[]> sent;
    private final FormProblems problems;

    private Form(Map<String, String[]> sent) {
        this(sent, new FormProblems());
    }

    private Form(Map<String, String[]> sent, FormProblems problems) {
        this.sent = sent;
        this.problems = problems;
    }

    public static Form of(HttpServletRequest request) {
        return new Form(request.getParameterMap());
    }

    /** A form of these values, as if they had been typed: what a page shows at first. */
    public static Form of(Map<String, List<String>> values) {
        return of(values, new FormProblems());
    }

    /** A form of these values, with what is wrong with them. */
    public static Form of(Map<String, List<String>> values, FormProblems problems) {
        Map<String, String[]> sent = new java.util.HashMap<>();
        values.forEach((field, all) -> sent.put(field, all.toArray(String[]::new)));
        return new Form(sent, problems);
    }

    /** A score as it is typed into a field, which does not depend on the language. */
    public static String typed(Score0To10 score) {
        return score.value() == Math.rint(score.value())
                ? String.valueOf((long) score.value())
                : String.valueOf(score.value());
    }

    /** The same, with other values in some fields. */
    public Form with(Map<String, List<String>> others) {
        Map<String, String[]> values = new java.util.HashMap<>(sent);
        others.forEach((field, all) -> values.put(field, all.toArray(String[]::new)));
        return new Form(values, problems);
    }

    public static Form empty() {
        return EMPTY;
    }

    public FormProblems problems() {
        return problems;
    }

    public boolean good() {
        return problems.none();
    }

    /** The field as typed; empty where it was not sent. */
    public String raw(String field) {
        String[] values = sent.get(field);
        return values == null || values.length == 0 ? "" : values[0];
    }

    /** The names of the fields that were sent. */
    public Set<String> names() {
        return Set.copyOf(sent.keySet());
    }

    /** Whether the field was sent, empty or not. */
    public boolean has(String field) {
        return sent.containsKey(field);
    }

    /** All values of a field that can be chosen several times. */
    public List<String> all(String field) {
        return Arrays.asList(sent.getOrDefault(field, new String[0]));
    }

    public boolean chosen(String field, String value) {
        return all(field).contains(value);
    }

    /** A free text of up to {@value #MOST_CHARACTERS} characters; none where there is a problem. */
    public PrivateText text(String field) {
        String typed = raw(field).strip().replaceAll("\r\n?", "\n"); // as a browser has them
        if (typed.length() > MOST_CHARACTERS) {
            problems.add(field, new FormWords.TooLong(typed.length(), MOST_CHARACTERS));
            return PrivateText.NONE;
        }
        try {
            return new PrivateText(typed);
        } catch (BadValue notText) {
            problems.add(field, FormWords.UNKEEPABLE);
            return PrivateText.NONE;
        }
    }

    /** A score that must be answered; zero where there is a problem, which is then noted. */
    public Score0To10 score(String field) {
        Optional<Score0To10> score = optionalScore(field);
        if (score.isEmpty()) {
            problems.add(field, FormWords.NOT_ANSWERED);
        }
        return score.orElse(Score0To10.NONE);
    }

    /** A score that may be left out. */
    public Optional<Score0To10> optionalScore(String field) {
        OptionalDouble value = number(field, Score0To10.LEAST, Score0To10.MOST);
        return value.isEmpty() ? Optional.empty() : Optional.of(Score0To10.of(field, value.getAsDouble()));
    }

    /** A number in a range; empty where nothing was typed, or there is a problem, which is then noted. */
    public OptionalDouble number(String field, double least, double most) {
        return number(field, least, most, new FormWords.NumberBetween(least, most));
    }

    /** A year in a range, as a whole number; empty where nothing was typed, or there is a problem, which is then noted. */
    public OptionalInt year(String field, int first, int last) {
        OptionalDouble typed = number(field, first, last, new FormWords.YearBetween(Year.of(first), Year.of(last)));
        if (typed.isPresent() && typed.getAsDouble() != Math.rint(typed.getAsDouble())) {
            problems.add(field, FormWords.WHOLE_YEAR_NEEDED);
        }
        return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) typed.getAsDouble());
    }

    private OptionalDouble number(String field, double least, double most, Message problem) {
        String typed = raw(field).strip().replace(',', '.');
        if (typed.isEmpty()) {
            return OptionalDouble.empty();
        }
        if (typed.length() <= 24 && NUMBER.matcher(typed).matches()) {
            double value = Double.parseDouble(typed);
            if (value >= least && value <= most) {
                return OptionalDouble.of(value);
            }
        }
        problems.add(field, problem);
        return OptionalDouble.empty();
    }

    /**
     * An id that the page put into the form itself.
     *
     * @throws BadValue if it is no id: the form was not made by our page
     */
    public <T> Id<T> id(String field) {
        return Id.of(raw(field));
    }

    /** The key that the page gave the form, by which the same form sent twice is recognised. */
    public Id<Deed> key() {
        return raw("key").isEmpty() ? Id.random() : Id.of(raw("key"));
    }

    /**
     * The version that the page was made from.
     *
     * @throws BadValue if it is no version: the form was not made by our page
     */
    public Version version() {
        return version("version");
    }

    /**
     * A version that the page put into a field.
     *
     * @throws BadValue if it is no version: the form was not made by our page
     */
    public Version version(String field) {
        String typed = raw(field);
        if (!typed.matches("\\d{1,9}")) {
            throw new BadValue("version", "of " + typed.length() + " characters", "1 or more");
        }
        return new Version(Integer.parseInt(typed));
    }
}
