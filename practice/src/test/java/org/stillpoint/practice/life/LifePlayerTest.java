package org.stillpoint.practice.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;

class LifePlayerTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final StandardBody BODY = StandardBody.of(ATLAS);
    private static final int MUSCLES = ATLAS.muscles().size();
    private static final int REGIONS = ATLAS.regions().size();
    private static final int WIDTH = 3 + 4 * MUSCLES + REGIONS;
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final LifePlayer PLAYER = new LifePlayer(BODY, Clock.fixed(NOW, ZoneOffset.UTC));
    private static final Client CLIENT = Client.added(new PrivateText("A Client"), OptionalInt.of(1980), NOW);

    @ParameterizedTest
    @EnumSource
    void course_ofATeachingExample_coversItsYearsAndBeginsWithoutPain(TeachingExample example) {
        LifeStory story = example(example);
        List<double[]> course = course(story, Set.of());
        assertThat(course.getFirst()[0]).isEqualTo(example.from());
        assertThat(course.getLast()[0]).isEqualTo(example.to());
        assertThat(greatestPain(course.getFirst()))
                .as("pain before anything happened")
                .isZero();
        assertThat(story.happenings()).hasSameSizeAs(example.happenings());
    }

    @Test
    void course_isThatOfTissueMemory_inTheLayoutThatIsDocumented() {
        LifeStory story = example(TeachingExample.WHIPLASH);
        List<double[]> course = course(story, Set.of());
        double[] moment = at(course, 30);
        BodyState state = BODY.memory().at(LifeParameters.standard(), story.changes(Set.of()), moment[0]);
        assertThat(moment).hasSize(WIDTH);
        assertThat(moment[1]).isEqualTo(state.arousal());
        // A look in between two happenings is made from a cut of the life: the same but for rounding.
        assertThat(moment[2]).isCloseTo(state.capacity(), within(1e-9));
        for (int m = 0; m < MUSCLES; m++) {
            assertThat(moment[3 + m]).isCloseTo(state.held()[m], within(1e-6));
            assertThat(moment[3 + MUSCLES + m]).isCloseTo(state.guarding()[m], within(1e-5));
            assertThat(moment[3 + 2 * MUSCLES + m]).isCloseTo(state.load()[m], within(1e-5));
            assertThat(moment[3 + 3 * MUSCLES + m]).isCloseTo(state.adaptation()[m], within(1e-5));
        }
        for (int r = 0; r < REGIONS; r++) {
            assertThat(moment[3 + 4 * MUSCLES + r]).isCloseTo(state.pain()[r], within(1e-3));
        }
    }

    @Test
    void course_withoutARelease_hasTheSameMomentsAndHoldsMoreAfterIt() {
        LifeStory story = example(TeachingExample.GRIEF);
        Happening release = story.happenings().stream()
                .filter(Happening::release)
                .findFirst()
                .orElseThrow();
        List<double[]> with = course(story, Set.of());
        List<double[]> without = course(story, Set.of(release.id()));
        assertThat(without).hasSameSizeAs(with);
        int masseter = 3 + ATLAS.muscles().indexOf("masseter_right");
        for (int moment = 0; moment < with.size(); moment++) {
            double age = with.get(moment)[0];
            assertThat(without.get(moment)[0]).isEqualTo(age);
            double held = with.get(moment)[masseter];
            if (age < release.age() - 1e-9) {
                assertThat(without.get(moment)[masseter]).isEqualTo(held);
            } else if (age > release.age() + 1e-9) {
                assertThat(without.get(moment)[masseter]).isGreaterThan(held);
            }
        }
    }

    @Test
    void toldLife_ofWhoHasToldNothing_holdsNothingAndHurtsNowhere() {
        List<double[]> course = course(told(List.of(), List.of(), List.of()), Set.of());
        for (double[] moment : course) {
            for (int k = 3; k < WIDTH; k++) {
                assertThat(moment[k]).isZero();
            }
        }
    }

    @Test
    void toldLife_hasWhatWasToldMarkedAndAnswered_atItsAge() {
        TraumaEvent event = event();
        LifeStory story = told(List.of(event), List.of(session()), List.of(checkIn()));
        assertThat(story.happenings())
                .hasExactlyElementsOfTypes(Happening.Struck.class, Happening.Answered.class, Happening.Released.class);
        assertThat(story.happenings().getFirst().id()).isEqualTo(event.id().toString());
        // Born in the middle of 1980 as far as is known; 17 March 2010 is 29.7 years later.
        assertThat(story.happenings().getFirst().age()).isCloseTo(29.7, within(0.05));
        List<double[]> course = course(story, Set.of());
        assertThat(course.getLast()[1]).as("arousal from the check-in").isEqualTo(0.5);
        double held = sum(course.getLast(), 3);
        double without =
                sum(course(story, Set.of(story.happenings().getLast().id())).getLast(), 3);
        assertThat(held).isPositive().isLessThan(without);
    }

    @Test
    void toldLife_ofAPlaceThatTheAtlasHasNot_leavesThePlaceOut() {
        TraumaEvent event = event(List.of(new RegionCode("X999")));
        Happening.Struck struck = (Happening.Struck)
                told(List.of(event), List.of(), List.of()).happenings().getFirst();
        assertThat(struck.places()).isEmpty();
        assertThat(struck.event()).isEqualTo(event);
    }

    @Test
    void toldLife_ofTheYearOfBirth_isNeverBelowAgeZero() {
        TraumaEvent event = event().with(new Told(
                EventKind.INJURY,
                EventDate.day(LocalDate.of(1980, 2, 1)),
                List.of(),
                PrivateText.NONE,
                Score0To10.of(1),
                Score0To10.of(1),
                PrivateText.NONE));
        LifeStory story = told(List.of(event), List.of(), List.of());
        assertThat(story.happenings().getFirst().age()).isZero();
        assertThat(story.from()).isZero();
    }

    @Test
    void toldLife_ofUnknownStrength_isPlayedBetweenTheLightestAndTheHardest_andSaysHowFar() {
        Told known = event().told();
        TraumaEvent open = event().with(new Told(
                known.kind(),
                known.when(),
                known.places(),
                known.mechanism(),
                known.coded(),
                Optional.empty(),
                Optional.of(Score0To10.of(7)),
                known.felt()));
        LifeStory story = told(List.of(open), List.of(), List.of());
        assertThat(told(List.of(event()), List.of(), List.of()).notKnown()).isZero();
        assertThat(story.notKnown()).isEqualTo(1);
        LifePlayer.PainRange range = PLAYER.range(story, LifePlayer.PersonFactors.STANDARD);
        assertThat(range.low()).isZero();
        assertThat(range.high()).isPositive();
        double held = sum(course(story, Set.of()).getLast(), 3);
        TraumaEvent hardest = event().with(new Told(
                known.kind(),
                known.when(),
                known.places(),
                known.mechanism(),
                Score0To10.of(10),
                Score0To10.of(7),
                known.felt()));
        assertThat(held)
                .isPositive()
                .isLessThan(sum(
                        course(told(List.of(hardest), List.of(), List.of()), Set.of())
                                .getLast(),
                        3));
    }

    @Test
    void findExample_ofAnUnknownKey_isEmpty() {
        assertThat(PLAYER.findExample("nobody")).isEmpty();
        assertThat(PLAYER.examples()).contains("grief");
    }

    @Test
    void toldLife_neverReadsTheClientsOwnWords() {
        TraumaEvent event = event();
        TraumaEvent silent = event.with(new Told(
                event.told().kind(),
                event.told().when(),
                event.told().places(),
                PrivateText.NONE,
                event.told().coded(),
                event.told().severity(),
                event.told().emotionalIntensity(),
                PrivateText.NONE));
        assertThat(course(told(List.of(event), List.of(), List.of()), Set.of()))
                .usingElementComparator(java.util.Arrays::compare)
                .isEqualTo(course(told(List.of(silent), List.of(), List.of()), Set.of()));
    }

    private static TraumaEvent event() {
        return event(List.of(new RegionCode("X218"), new RegionCode("X219")));
    }

    private static TraumaEvent event(List<RegionCode> places) {
        return TraumaEvent.toldBeforeSession(
                CLIENT.id(),
                new Told(
                        EventKind.INJURY,
                        EventDate.day(LocalDate.of(2010, 3, 17)),
                        places,
                        new PrivateText("off a ladder"),
                        Score0To10.of(8),
                        Score0To10.of(7),
                        new PrivateText("a fright")),
                NOW);
    }

    private static Session session() {
        Mark release =
                new Mark(Id.random(), NOW, NOW, new Moment.Release(new Site.RegionSite(new RegionCode("X218")), 0.5));
        return new OpenSession(Id.random(), CLIENT.id(), Id.random(), NOW, List.of(release));
    }

    private static CheckIn checkIn() {
        return CheckIn.given(
                CLIENT.id(),
                Answers.of(Score0To10.of(6), Score0To10.of(4), Score0To10.of(5), Score0To10.of(6)),
                NOW.minusSeconds(86_400));
    }

    private static LifeStory told(List<TraumaEvent> events, List<Session> sessions, List<CheckIn> checkIns) {
        return PLAYER.told(CLIENT, events, sessions, checkIns);
    }

    private static LifeStory example(TeachingExample example) {
        return PLAYER.findExample(example.key()).orElseThrow();
    }

    private static List<double[]> course(LifeStory story, Set<String> without) {
        return PLAYER.course(story, LifePlayer.PersonFactors.STANDARD, without).moments();
    }

    /** The last moment at or before an age. */
    private static double[] at(List<double[]> course, double age) {
        return course.stream()
                .filter(moment -> moment[0] <= age)
                .reduce((before, after) -> after)
                .orElseThrow();
    }

    private static double greatestPain(double[] moment) {
        return IntStream.range(0, REGIONS)
                .mapToDouble(r -> moment[3 + 4 * MUSCLES + r])
                .max()
                .orElseThrow();
    }

    private static double sum(double[] moment, int from) {
        return IntStream.range(0, MUSCLES).mapToDouble(m -> moment[from + m]).sum();
    }
}
