package org.stillpoint.web.casereport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Key;
import org.stillpoint.chart.Look;
import org.stillpoint.chart.Part;
import org.stillpoint.chart.Shape;
import org.stillpoint.practice.casereport.NamesOfPractice;
import org.stillpoint.practice.casereport.TrialPeriod;
import org.stillpoint.practice.casereport.TrialReading.TrialFacts;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.words.Speaker;

/** The chart in a report of a trial: by weeks, of the periods alone, and without a date. */
class TrialDrawingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    /** Two weeks before the clock changes. */
    private static final LocalDate FIRST_SESSION = LocalDate.of(2026, 3, 16);

    private static final Speaker ENGLISH = new Speaker(Locale.UK, BERLIN);

    private static Instant noon(int day) {
        return FIRST_SESSION.plusDays(day).atTime(12, 0).atZone(BERLIN).toInstant();
    }

    private static TrialPeriod period(boolean with, int from, int days, OptionalDouble mean) {
        return new TrialPeriod(with, FIRST_SESSION.plusDays(from), days, with ? 1 : 0, days, mean, mean, mean);
    }

    private static TrialFacts facts(List<Course.Entry> entries) {
        Client client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), noon(-30));
        EndedSession held = new EndedSession(Id.random(), client.id(), Id.random(), noon(0), noon(0), List.of());
        HowItGoes pain = new HowItGoes.NoSession(new Course(Asked.PAIN, entries, Optional.of(noon(0))));
        return new TrialFacts(
                client,
                ChoiceMade.YES,
                PrivateText.NONE,
                Optional.empty(),
                0,
                List.of(held),
                List.of(),
                List.of(),
                List.of(pain),
                pain,
                List.of(period(false, -20, 20, OptionalDouble.of(6)), period(true, 0, 28, OptionalDouble.of(4))),
                new NamesOfPractice(List.of(), List.of(), List.of()),
                BERLIN);
    }

    private static List<Course.Entry> daily(int from, int until) {
        return IntStream.range(from, until)
                .mapToObj(day -> new Course.Entry(noon(day), day < 0 ? 6 : 4))
                .toList();
    }

    private static long count(Chart chart, Look look) {
        return chart.parts().stream().filter(part -> part.look() == look).count();
    }

    @Test
    void chart_ofPeriods_namesWeeks_andHoldsNoDate() {
        Chart chart = TrialDrawing.of(facts(daily(-20, 28)), ENGLISH).orElseThrow();

        List<String> words = chart.labels().stream().map(Shape.Text::text).toList();
        assertThat(words)
                .contains("Week \u22122", "Week 1", "Week 3")
                .doesNotContain("Week 0", "Week 2")
                .contains("Days without sessions", "Mean of a period", "Session", "Pain, each check-in");
        assertThat(String.join(" ", words) + chart.title() + chart.description())
                .doesNotContain("2026", "Mar", "Feb", "Apr");
        assertThat(chart.description()).startsWith("Chart: Pain, 48 entries on a scale from 0 to 10, 1 session.");
        assertThat(chart.parts().stream().map(Part::said)).allMatch(said -> said.isEmpty());
    }

    @Test
    void chart_holdsWhatIsWithinThePeriods_andADayIsADayWhereTheClockChanges() {
        Chart chart = TrialDrawing.of(facts(daily(-40, 60)), ENGLISH).orElseThrow();

        double[] across = chart.parts().stream()
                .filter(part -> part.look() == Look.ENTRY)
                .map(Part::shape)
                .filter(Shape.Dot.class::isInstance)
                .mapToDouble(shape -> ((Shape.Dot) shape).x())
                .limit(48)
                .toArray();
        assertThat(across).hasSize(48);
        double step = across[1] - across[0];
        assertThat(IntStream.range(1, across.length).mapToDouble(i -> across[i] - across[i - 1]))
                .allMatch(between -> Math.abs(between - step) < 1e-6);
        assertThat(chart.keys()).extracting(Key::words).isEmpty(); // they stand on it
        assertThat(count(chart, Look.ENTRY)).isEqualTo(49); // and one of them in the key
    }

    @Test
    void chart_withoutAnEntryInAnyPeriod_isNone() {
        assertThat(TrialDrawing.of(facts(daily(100, 120)), ENGLISH)).isEmpty();
    }
}
