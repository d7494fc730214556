package org.stillpoint.exchange.research;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.exchange.fhir.resource.FhirSession;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.AgeBand;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.work.ClientFile;

/** The rows of one person in each table: every value that any table has, of which each table takes its own. */
final class PersonRows {
    private final ClientFile file;
    private final String person;
    private final ZoneId zone;
    private final LocalDate first;
    private final Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();

    private PersonRows(ClientFile file, String person, ZoneId zone) {
        this.file = file;
        this.person = person;
        this.zone = zone;
        this.first = first(file, zone);
        client();
        events();
        checkIns();
        painMaps();
        scores();
        answers();
        sessions();
        appointments();
    }

    static PersonRows full(ClientFile file, ZoneId zone) {
        return new PersonRows(file, file.client().id().toString(), zone);
    }

    /** @param number made for this export alone */
    static PersonRows deidentified(ClientFile file, int number, ZoneId zone) {
        return new PersonRows(file, String.valueOf(number), zone);
    }

    List<Map<String, String>> of(String table) {
        return rows.getOrDefault(table, List.of());
    }

    /** The first day on which anything was said, felt or done; else the day on which they were added. */
    private static LocalDate first(ClientFile file, ZoneId zone) {
        return Stream.of(
                        file.checkIns().stream().map(each -> each.day(zone)),
                        file.bodyMaps().stream().map(BodyMap::at).map(at -> LocalDate.ofInstant(at, zone)),
                        file.scores().stream().map(QuestionnaireScore::day),
                        file.sessions().stream().map(each -> LocalDate.ofInstant(each.startedAt(), zone)),
                        file.appointments().stream().map(each -> LocalDate.ofInstant(each.start(), zone)))
                .flatMap(each -> each)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> LocalDate.ofInstant(file.client().addedAt(), zone));
    }

    private Map<String, String> row(String table) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put("person", person);
        rows.computeIfAbsent(table, any -> new ArrayList<>()).add(row);
        return row;
    }

    private Map<String, String> row(String table, LocalDate day) {
        Map<String, String> row = row(table);
        row.put("day", day.toString());
        row.put("day_number", String.valueOf(ChronoUnit.DAYS.between(first, day)));
        return row;
    }

    private Map<String, String> row(String table, Instant at) {
        return row(table, LocalDate.ofInstant(at, zone));
    }

    private void client() {
        Map<String, String> row = row("clients");
        var born = file.client().yearOfBirth();
        row.put("name", file.client().name().value());
        row.put("year_of_birth", born.isPresent() ? String.valueOf(born.getAsInt()) : "");
        row.put("age_band", born.isPresent() ? band(first.getYear() - born.getAsInt()) : "");
        row.put("research_use", yesOrNo(Research.agreed(file, zone)));
        row.put("archived", yesOrNo(file.client().archiving().isPresent()));
        row.put("sessions", String.valueOf(ended().size()));
        row.put("check_ins", String.valueOf(file.checkIns().size()));
    }

    private static String band(int age) {
        AgeBand band = AgeBand.of(age);
        return band.isOpen() ? band.from() + "+" : band.from() + " to " + band.to();
    }

    /** What surfaced in a session leaves in no form. */
    private void events() {
        int number = 0;
        for (TraumaEvent event : file.events()) {
            if (event.provenance() == Provenance.SURFACED_IN_SESSION) {
                continue;
            }
            number++;
            Told told = event.told();
            Map<String, String> row = row("events");
            row.put("kind", code(told.kind()));
            row.put("when", told.when().toString());
            row.put("years_before", String.valueOf(Math.round(told.when().yearsBefore(first))));
            row.put("provenance", code(event.provenance()));
            row.put("mechanism_code", told.coded().map(PersonRows::code).orElse(""));
            row.put("severity", score(told.severity()));
            row.put("emotional_intensity", score(told.emotionalIntensity()));
            row.put("mechanism", told.mechanism().value());
            row.put("felt", told.felt().value());
            for (var region : told.places()) {
                Map<String, String> place = row("event_regions");
                place.put("event", String.valueOf(number));
                place.put("region", region.toString());
            }
        }
    }

    private void checkIns() {
        for (CheckIn checkIn : file.checkIns()) {
            var answers = checkIn.answers();
            Map<String, String> row = row("check_ins", checkIn.day(zone));
            row.put("pain", score(Optional.of(answers.pain())));
            row.put("stress", score(answers.stress()));
            row.put("tension", score(answers.tension()));
            row.put("anxiety", score(answers.anxiety()));
            row.put("mood", score(answers.mood()));
            row.put("sleep", score(answers.sleep()));
            row.put("body_awareness", score(answers.bodyAwareness()));
            row.put("says_worse", yesOrNo(checkIn.saysWorse()));
            row.put("worse", answers.anythingWorse().value());
        }
    }

    private void painMaps() {
        int number = 0;
        for (BodyMap map : file.bodyMaps()) {
            number++;
            for (var marked : map.pain().entrySet()) {
                Map<String, String> row = row("pain_maps", map.at());
                row.put("map", String.valueOf(number));
                row.put("region", marked.getKey().toString());
                row.put("pain", score(Optional.of(marked.getValue())));
                row.put(
                        "quality",
                        Optional.ofNullable(map.quality().get(marked.getKey()))
                                .map(PersonRows::code)
                                .orElse(""));
            }
        }
    }

    private void scores() {
        for (QuestionnaireScore each : file.scores()) {
            Map<String, String> row = row("scores", each.day());
            row.put("instrument", each.instrument());
            row.put("score", number(each.score()));
        }
    }

    private void answers() {
        int number = 0;
        for (FilledImported each : file.imported()) {
            number++;
            for (Map.Entry<Integer, ItemAnswer> answered : each.answers().entrySet()) {
                for (ItemAnswer.SingleAnswer one : answered.getValue().each()) {
                    answer(number, each, answered.getKey(), one);
                }
            }
        }
    }

    /** One answer: of several to one item each has a row. */
    private void answer(int number, FilledImported of, int item, ItemAnswer.SingleAnswer one) {
        Map<String, String> row = row("answers", of.filled().handedInAt().orElseThrow());
        row.put("filled", String.valueOf(number));
        row.put("questionnaire", of.form().form().url());
        row.put("edition", of.form().form().edition());
        row.put("item", of.form().item(item).linkId());
        Optional<AnswerOption> chosen = of.chosen(item, one);
        row.put("choice", chosen.map(AnswerOption::text).orElse(""));
        row.put(
                "counts",
                chosen.flatMap(AnswerOption::value)
                        .map(BigDecimal::toPlainString)
                        .orElse(""));
        row.put("answer", said(one));
    }

    /** As it was given; of one of the item's own answers nothing, for that has a column of its own. */
    private static String said(ItemAnswer.SingleAnswer answer) {
        return switch (answer) {
            case ItemAnswer.NumberAnswer amount -> amount.value().toPlainString();
            case ItemAnswer.ChoiceAnswer choice -> "";
            case ItemAnswer.WordsAnswer words -> words.words().value();
            case ItemAnswer.YesNoAnswer yesOrNo -> yesOrNo(yesOrNo.yes());
            case ItemAnswer.DayAnswer on -> on.day().toString();
        };
    }

    private List<EndedSession> ended() {
        return file.sessions().stream()
                .filter(EndedSession.class::isInstance)
                .map(EndedSession.class::cast)
                .sorted(Comparator.comparing(EndedSession::startedAt))
                .toList();
    }

    private void sessions() {
        int number = 0;
        for (EndedSession session : ended()) {
            number++;
            Map<String, String> row = row("sessions", session.startedAt());
            row.put("session", String.valueOf(number));
            row.put("minutes", String.valueOf(session.length().toMinutes()));
            for (Mark mark : session.standingMarks()) {
                Optional<String> kind = FhirSession.code(mark.moment());
                if (kind.isPresent()) {
                    Map<String, String> marked = row("marks");
                    marked.put("session", String.valueOf(number));
                    marked.put(
                            "second",
                            String.valueOf(Duration.between(session.startedAt(), mark.tappedAt())
                                    .toSeconds()));
                    marked.put("kind", kind.get());
                }
            }
        }
    }

    private void appointments() {
        for (Appointment each : file.appointments()) {
            Map<String, String> row = row("appointments", each.start());
            row.put("minutes", String.valueOf(each.length().toMinutes()));
            row.put("cancelled", yesOrNo(!each.stands()));
            row.put(
                    "came",
                    each.attendance()
                            .map(Attendance::came)
                            .map(PersonRows::yesOrNo)
                            .orElse(""));
        }
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static String yesOrNo(boolean it) {
        return it ? "yes" : "no";
    }

    private static String score(Optional<Score0To10> score) {
        return score.map(said -> number(said.value())).orElse("");
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }
}
