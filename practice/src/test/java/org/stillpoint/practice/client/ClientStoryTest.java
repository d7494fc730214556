package org.stillpoint.practice.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.asking.QuestionnairesNow;
import org.stillpoint.practice.client.ReadClient.ClientStory;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;

/** A client's story: the order of its entries, what was so on a day, and the one act that is suggested. */
class ClientStoryTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.of(1980), ago(100));
    private final List<TraumaEvent> events = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final List<CheckIn> diary = new ArrayList<>();
    private final List<BodyMap> maps = new ArrayList<>();

    private static Instant ago(long days) {
        return NOW.minus(Duration.ofDays(days));
    }

    private ClientStory story() {
        return new ClientStory(
                ann,
                events,
                sessions,
                diary,
                maps,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                new QuestionnairesNow(List.of(), List.of()));
    }

    private TraumaEvent tell(LocalDate day) {
        TraumaEvent event = TraumaEvent.toldBeforeSession(
                ann.id(),
                new Told(
                        EventKind.INJURY,
                        EventDate.day(day),
                        List.of(new RegionCode("X205")),
                        PrivateText.NONE,
                        Score0To10.of(4),
                        Score0To10.of(4),
                        PrivateText.NONE),
                ago(90));
        events.add(event);
        return event;
    }

    private BodyMap mark(long daysAgo) {
        BodyMap map = BodyMap.drawn(ann.id(), Map.of(new RegionCode("X205"), Score0To10.of(5)), ago(daysAgo));
        maps.add(map);
        return map;
    }

    private void say(long daysAgo, String worse) {
        Score0To10 some = Score0To10.of(3);
        Answers four = Answers.of(some, some, some, some);
        diary.add(CheckIn.given(
                ann.id(),
                new Answers(
                        some,
                        some,
                        some,
                        some,
                        four.mood(),
                        four.sleep(),
                        four.bodyAwareness(),
                        new PrivateText(worse)),
                ago(daysAgo)));
    }

    private OpenSession open(long daysAgo) {
        return new OpenSession(Id.random(), ann.id(), Id.random(), ago(daysAgo), List.of());
    }

    @Test
    void thatDay_showsWhatHadHappenedByThen_andTheMapThatHeldThen() {
        TraumaEvent early = tell(LocalDate.of(2014, 5, 1));
        TraumaEvent between = tell(LocalDate.of(2026, 8, 25));
        BodyMap first = mark(99);
        BodyMap second = mark(20);
        Session held = open(50).end(ago(50).plusSeconds(1500));
        sessions.add(held);
        say(10, "");

        List<StoryEntry> entries = story().entries(ZoneOffset.UTC);

        // 25 August is 96 days ago: after the first map, and told later
        assertThat(entries)
                .extracting(StoryEntry::id)
                .containsExactly(
                        early.id(),
                        first.id(),
                        between.id(),
                        held.id(),
                        second.id(),
                        diary.getFirst().id());
        assertThat(ThatDay.after(entries.subList(0, 1)))
                .isEqualTo(new ThatDay(List.of(early), Optional.empty(), List.of()));
        assertThat(ThatDay.after(entries.subList(0, 4)))
                .isEqualTo(new ThatDay(List.of(early, between), Optional.of(first), List.of(held)));
        assertThat(ThatDay.after(entries))
                .isEqualTo(new ThatDay(List.of(early, between), story().map(), List.of(held)));
    }

    @Test
    void entries_ofVeryManyCheckIns_areTheLatest_andTheStorySaysSo() {
        for (int day = 500; day > 0; day--) {
            say(day, "");
        }
        tell(LocalDate.of(2014, 5, 1));

        List<StoryEntry> entries = story().entries(ZoneOffset.UTC);

        assertThat(entries).hasSize(401);
        assertThat(entries.get(1).at()).isEqualTo(ago(400));
        assertThat(entries.getLast().at()).isEqualTo(ago(1));
        assertThat(story().leavesOut()).isTrue();
    }

    @Test
    void next_isTheFirstActThatThereIsAReasonFor() {
        assertThat(story().next(NOW)).isEqualTo(NextAct.TELL);
        tell(LocalDate.of(2014, 5, 1));
        assertThat(story().next(NOW)).isEqualTo(NextAct.MARK_PAIN);
        mark(29);
        assertThat(story().next(NOW)).isEqualTo(NextAct.MARK_PAIN);
        mark(27);
        assertThat(story().next(NOW)).isEqualTo(NextAct.CHECK_IN);
        say(8, "");
        assertThat(story().next(NOW)).isEqualTo(NextAct.CHECK_IN);
        say(6, "");
        assertThat(story().next(NOW)).isEqualTo(NextAct.START);
        say(5, "dizzy");
        assertThat(story().next(NOW)).isEqualTo(NextAct.FOLLOW_UP);
        sessions.add(open(0));
        assertThat(story().next(NOW)).isEqualTo(NextAct.GO_ON);
    }

    /** Nobody is asked again and again for something to tell: once there was a session, it is offered in its place, and not suggested. */
    @Test
    void next_withoutAnythingToldAfterASession_doesNotAskForIt() {
        sessions.add(open(50).end(ago(50).plusSeconds(1500)));
        assertThat(story().next(NOW)).isEqualTo(NextAct.MARK_PAIN);
    }
}
