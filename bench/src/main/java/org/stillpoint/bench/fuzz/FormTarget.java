package org.stillpoint.bench.fuzz;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.http.Parameters;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.web.checkin.TypedAnswers;
import org.stillpoint.web.client.EventForm;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Speaker;

/**
 * The body of a form, taken apart by the server's own reader: an event, a check-in, and each kind of field are read or refused. What is
 * read and shown in its form again, is read as the same.
 */
public final class FormTarget {
    private static final int MOST_FIELDS = 1_000; // as the server's own
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);
    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);
    private static final Places PLACES = new Places(Atlas.standard(), SPEAKER);

    private FormTarget() {}

    public static void fuzzerTestOneInput(byte[] bytes) {
        Map<String, List<String>> sent;
        try {
            sent = fields(bytes);
        } catch (InvalidParameterException refused) {
            return; // by the server, as no form
        }
        event(Form.of(sent));
        checkIn(Form.of(sent));
        Form single = Form.of(sent);
        single.year("year", 1875, TODAY.getYear());
        single.number("number", -1e3, 1e3);
        refusedOrGood(() -> single.id("id"));
        refusedOrGood(single::key);
        refusedOrGood(single::version);
        sent.keySet().forEach(single.problems()::of);
    }

    private static Map<String, List<String>> fields(byte[] bytes) {
        Parameters parameters = new Parameters();
        parameters.setCharset(StandardCharsets.UTF_8);
        parameters.setLimit(MOST_FIELDS);
        parameters.processParameters(bytes, 0, bytes.length);
        Map<String, List<String>> fields = new HashMap<>();
        for (String name : Collections.list(parameters.getParameterNames())) {
            fields.put(name, List.of(parameters.getParameterValues(name)));
        }
        return fields;
    }

    private static void event(Form form) {
        Optional<Provenance> provenance = EventForm.provenance(form);
        Optional<Told> told = EventForm.told(form, PLACES, TODAY);
        if (told.isEmpty()) {
            requireSaid(form);
            return;
        }
        if (SPEAKER.when(told.get().when()).isBlank()) {
            throw new IllegalStateException("a date without a word");
        }
        Form shown = EventForm.of(told.get(), provenance.orElse(Provenance.TOLD_BEFORE_SESSION));
        if (!EventForm.told(shown, PLACES, TODAY).equals(told)) {
            throw new IllegalStateException("shown again it is another event");
        }
    }

    private static void checkIn(Form form) {
        Answers answers = TypedAnswers.of(form, List.of());
        if (!form.good()) {
            requireSaid(form);
            return;
        }
        List<Optional<Score0To10>> scores = new ArrayList<>(List.of(
                Optional.of(answers.pain()),
                answers.stress(),
                answers.tension(),
                answers.anxiety(),
                answers.mood(),
                answers.sleep(),
                answers.bodyAwareness()));
        for (Score0To10 score : scores.stream().flatMap(Optional::stream).toList()) {
            Form shown = Form.of(Map.of("pain", List.of(Form.typed(score))));
            if (!shown.score("pain").equals(score) || !shown.good()) {
                throw new IllegalStateException("shown again it is another score");
            }
        }
    }

    private static void requireSaid(Form form) {
        if (form.good()) {
            throw new IllegalStateException("refused without a word");
        }
    }

    private static void refusedOrGood(Runnable reading) {
        try {
            reading.run();
        } catch (BadValue refused) {
            if (String.valueOf(refused.getMessage()).isBlank()) {
                throw new IllegalStateException("refused without a word", refused);
            }
        }
    }
}
