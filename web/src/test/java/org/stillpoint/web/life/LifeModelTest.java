package org.stillpoint.web.life;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.RegionCode;
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
import org.stillpoint.web.view.Places;

class LifeModelTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final StandardBody STRAIN = StandardBody.of(ATLAS);
    private static final LifeModel MODEL = new LifeModel(STRAIN);
    private static final Places PLACES = new Places(ATLAS);
    private static final int MUSCLES = ATLAS.muscles().size();
    private static final int REGIONS = ATLAS.regions().size();
    private static final int WIDTH = 3 + 4 * MUSCLES + REGIONS;
    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Client CLIENT = Client.added(new PrivateText("A Client"), OptionalInt.of(1980), NOW);

    @ParameterizedTest
    @EnumSource
    void course_ofATeachingExample_coversItsYearsAndBeginsWithoutPain(TeachingExample example) {
        LifeStory story = TaughtLife.of(example, PLACES, MODEL);
        FloatBuffer course = course(story, Set.of());
        int last = course.capacity() / WIDTH - 1;
        assertThat(course.get(0)).isEqualTo((float) example.from());
        assertThat(course.get(last * WIDTH)).isEqualTo((float) example.to());
        assertThat(greatestPain(course, 0)).as("pain before anything happened").isZero();
        assertThat(story.happenings()).hasSameSizeAs(example.happenings());
    }

    @Test
    void course_isThatOfTissueMemory_inTheLayoutThatIsDocumented() {
        LifeStory story = TaughtLife.of(TeachingExample.WHIPLASH, PLACES, MODEL);
        FloatBuffer course = course(story, Set.of());
        TissueMemory memory = TissueMemory.of(PainMapping.of(ATLAS), STRAIN.influence(Set.of()));
        int moment = at(course, 30);
        // The age was rounded to 32 bits; the state moves by less than 1e-4 in the 1e-6 years that this makes.
        BodyState state = memory.at(LifeParameters.standard(), story.changes(Set.of()), course.get(moment * WIDTH));
        int from = moment * WIDTH + 3;
        assertThat(course.get(from - 2)).isCloseTo((float) state.arousal(), within(1e-6f));
        assertThat(course.get(from - 1)).isCloseTo((float) state.capacity(), within(1e-6f));
        for (int m = 0; m < MUSCLES; m++) {
            assertThat(course.get(from + m)).isCloseTo((float) state.held()[m], within(1e-6f));
            assertThat(course.get(from + MUSCLES + m)).isCloseTo((float) state.guarding()[m], within(1e-5f));
            assertThat(course.get(from + 2 * MUSCLES + m)).isCloseTo((float) state.load()[m], within(1e-5f));
            assertThat(course.get(from + 3 * MUSCLES + m)).isCloseTo((float) state.adaptation()[m], within(1e-5f));
        }
        for (int r = 0; r < REGIONS; r++) {
            assertThat(course.get(from + 4 * MUSCLES + r)).isCloseTo((float) state.pain()[r], within(1e-3f));
        }
    }

    @Test
    void course_withoutARelease_hasTheSameMomentsAndHoldsMoreAfterIt() {
        LifeStory story = TaughtLife.of(TeachingExample.GRIEF, PLACES, MODEL);
        LifeStory.Happening release = story.happenings().stream()
                .filter(LifeStory.Happening::switchable)
                .findFirst()
                .orElseThrow();
        FloatBuffer with = course(story, Set.of());
        FloatBuffer without = course(story, Set.of(release.id()));
        assertThat(without.capacity()).isEqualTo(with.capacity());
        int masseter = 3 + ATLAS.muscles().indexOf("masseter_right");
        for (int moment = 0; moment < with.capacity() / WIDTH; moment++) {
            float age = with.get(moment * WIDTH);
            assertThat(without.get(moment * WIDTH)).isEqualTo(age);
            float held = with.get(moment * WIDTH + masseter);
            if (age < release.age() - 1e-3) {
                assertThat(without.get(moment * WIDTH + masseter)).isEqualTo(held);
            } else if (age > release.age() + 1e-3) {
                assertThat(without.get(moment * WIDTH + masseter)).isGreaterThan(held);
            }
        }
    }

    @Test
    void toldLife_ofWhoHasToldNothing_holdsNothingAndHurtsNowhere() {
        FloatBuffer course = course(told(List.of(), List.of(), List.of()), Set.of());
        for (int moment = 0; moment < course.capacity() / WIDTH; moment++) {
            for (int k = 3; k < WIDTH; k++) {
                assertThat(course.get(moment * WIDTH + k)).isZero();
            }
        }
    }

    @Test
    void toldLife_hasWhatWasToldMarkedAndAnswered_atItsAge() {
        TraumaEvent event = event();
        LifeStory story = told(List.of(event), List.of(session()), List.of(checkIn()));
        assertThat(story.happenings())
                .extracting(LifeStory.Happening::kind)
                .containsExactly(LifeStory.Kind.EVENT, LifeStory.Kind.AROUSAL, LifeStory.Kind.RELEASE);
        assertThat(story.happenings().getFirst().id()).isEqualTo(event.id().toString());
        // Born in the middle of 1980 as far as is known; 17 March 2010 is 29.7 years later.
        assertThat(story.happenings().getFirst().age()).isCloseTo(29.7, within(0.05));
        assertThat(story.happenings().getFirst().detail())
                .doesNotContain("ladder")
                .doesNotContain("fright");
        FloatBuffer course = course(story, Set.of());
        int last = course.capacity() / WIDTH - 1;
        assertThat(course.get(last * WIDTH + 1)).as("arousal from the check-in").isEqualTo(0.5f);
        double held = sum(course, last, 3);
        double without = sum(course(story, Set.of(story.happenings().getLast().id())), last, 3);
        assertThat(held).isPositive().isLessThan(without);
    }

    @Test
    void toldLife_neverReadsTheClientsOwnWords() {
        TraumaEvent event = event();
        TraumaEvent silent = event.with(new Told(
                event.told().kind(),
                event.told().when(),
                event.told().places(),
                PrivateText.NONE,
                event.told().severity(),
                event.told().emotionalIntensity(),
                PrivateText.NONE));
        assertThat(course(told(List.of(event), List.of(), List.of()), Set.of()))
                .isEqualTo(course(told(List.of(silent), List.of(), List.of()), Set.of()));
    }

    private static TraumaEvent event() {
        return TraumaEvent.toldBeforeSession(
                CLIENT.id(),
                new Told(
                        EventKind.INJURY,
                        EventDate.day(LocalDate.of(2010, 3, 17)),
                        List.of(new RegionCode("X218"), new RegionCode("X219")),
                        new PrivateText("off a ladder"),
                        Score0To10.of(8),
                        Score0To10.of(7),
                        new PrivateText("a fright")),
                NOW);
    }

    private static Session session() {
        Mark release =
                new Mark(Id.random(), NOW, NOW, new Moment.Release(new Site.Region(new RegionCode("X218")), 0.5));
        return new OpenSession(Id.random(), CLIENT.id(), Id.random(), NOW, List.of(release));
    }

    private static CheckIn checkIn() {
        return CheckIn.given(
                CLIENT.id(),
                Answers.of(Score0To10.of(6), Score0To10.of(4), Score0To10.of(5), Score0To10.of(6)),
                NOW.minusSeconds(86_400));
    }

    private static LifeStory told(List<TraumaEvent> events, List<Session> sessions, List<CheckIn> checkIns) {
        return ToldLife.of(CLIENT, events, sessions, checkIns, PLACES, MODEL, CLOCK);
    }

    private static FloatBuffer course(LifeStory story, Set<String> without) {
        return ByteBuffer.wrap(MODEL.course(story, LifeParameters.standard(), without))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asFloatBuffer();
    }

    /** The last moment at or before an age. */
    private static int at(FloatBuffer course, double age) {
        return IntStream.range(0, course.capacity() / WIDTH)
                .filter(moment -> course.get(moment * WIDTH) <= (float) age)
                .max()
                .orElseThrow();
    }

    private static double greatestPain(FloatBuffer course, int moment) {
        return IntStream.range(0, REGIONS)
                .mapToDouble(r -> course.get(moment * WIDTH + 3 + 4 * MUSCLES + r))
                .max()
                .orElseThrow();
    }

    private static double sum(FloatBuffer course, int moment, int from) {
        return IntStream.range(0, MUSCLES)
                .mapToDouble(m -> course.get(moment * WIDTH + from + m))
                .sum();
    }
}
