package org.stillpoint.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.client.StoryEntry;
import org.stillpoint.practice.client.ThatDay;
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
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Speaker;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client's story on one scale of time, and what lies on the body at each point of it. */
class StoryTimeTest {

    private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");
    private static final Places PLACES = new Places(Atlas.standard(), new Speaker(Locale.UK, ZoneOffset.UTC));
    private static final List<String> REGIONS = List.of("X205", "X218", "X101", "X130");
    private static final JsonMapper JSON = new JsonMapper();

    private final Id<Client> client = Id.random();

    private TraumaEvent told(EventDate when, String... places) {
        return TraumaEvent.toldBeforeSession(
                client,
                new Told(
                        EventKind.CAR_ACCIDENT,
                        when,
                        List.of(places).stream().map(RegionCode::new).toList(),
                        PrivateText.NONE,
                        Score0To10.of(7),
                        Score0To10.of(5),
                        PrivateText.NONE),
                NOW.minus(Duration.ofDays(70)));
    }

    private BodyMap map(int daysAgo, Map<String, Double> pain) {
        Map<RegionCode, Score0To10> scores = new TreeMap<>();
        pain.forEach((region, score) -> scores.put(new RegionCode(region), Score0To10.of(score)));
        return BodyMap.drawn(client, scores, NOW.minus(Duration.ofDays(daysAgo)));
    }

    private CheckIn said(int daysAgo, double pain, String worse) {
        Score0To10 some = Score0To10.of(3);
        Answers four = Answers.of(Score0To10.of(pain), some, some, some);
        return CheckIn.given(
                client,
                new Answers(
                        four.pain(),
                        four.stress(),
                        four.tension(),
                        four.anxiety(),
                        four.mood(),
                        four.sleep(),
                        four.bodyAwareness(),
                        new PrivateText(worse)),
                NOW.minus(Duration.ofDays(daysAgo)));
    }

    private Session held(int daysAgo, Moment... moments) {
        Instant start = NOW.minus(Duration.ofDays(daysAgo));
        List<Mark> marks = new ArrayList<>();
        for (Moment moment : moments) {
            marks.add(new Mark(Id.random(), start, start, moment));
        }
        return new EndedSession(Id.random(), client, Id.random(), start, start.plus(Duration.ofMinutes(25)), marks);
    }

    private static Moment engaged(String region) {
        return new Moment.SiteEngaged(new Site.RegionSite(new RegionCode(region)), PrivateText.NONE);
    }

    private static Moment released(String region, double extent) {
        return new Moment.Release(new Site.RegionSite(new RegionCode(region)), extent);
    }

    private static StoryTime of(List<StoryEntry> entries, OptionalInt birth) {
        return StoryTime.of(entries, birth, NOW.minus(Duration.ofDays(70)), PLACES, NOW);
    }

    private static List<StoryEntry> inOrder(
            List<TraumaEvent> events, List<BodyMap> maps, List<Session> sessions, List<CheckIn> checkIns) {
        return StoryEntry.inOrder(events, maps, sessions, checkIns, ZoneOffset.UTC);
    }

    @Test
    void stops_areReadOutByDayAndPlace_andTheLastIsNow() {
        StoryTime story = of(
                inOrder(
                        List.of(told(EventDate.about(2014), "X205")),
                        List.of(map(60, Map.of("X218", 7.0, "X205", 0.0))),
                        List.of(held(31, engaged("X218"), released("X218", 0.5))),
                        List.of(said(5, 3, ""))),
                OptionalInt.of(1980));

        assertThat(said(story))
                .containsExactly(
                        "about 2014: Car accident. " + PLACES.name(new RegionCode("X205")),
                        "30 September 2026: Pain marked. " + PLACES.name(new RegionCode("X218")) + " 7",
                        "29 October 2026: Session 1. " + PLACES.name(new RegionCode("X218")) + ": 50% released",
                        "24 November 2026: Check-in. Pain 3",
                        "Today, 29 November 2026");
        assertThat(xs(story)).isSorted().endsWith(100.0);
        assertThat(xs(story).getFirst()).isBetween(0.0, story.gapStart());
        assertThat(xs(story).get(1)).isGreaterThan(story.gapEnd());
        assertThat(story.marks())
                .extracting(StoryTime.LaneMark::lane)
                .containsExactly(
                        StoryTime.Lane.TOLD,
                        StoryTime.Lane.MAP,
                        StoryTime.Lane.SESSION,
                        StoryTime.Lane.FOUND,
                        StoryTime.Lane.RELEASED);
    }

    @Test
    void rows_checkInsAndMapsWithNothingBetween_areOneLine_andWhatIsWorseIsAnother() {
        List<StoryRow> rows = of(
                        inOrder(
                                List.of(),
                                List.of(map(39, Map.of("X218", 7.0))),
                                List.of(held(30)),
                                List.of(said(40, 7, ""), said(38, 6, ""), said(20, 8, "numb"), said(10, 4, ""))),
                        OptionalInt.empty())
                .rows();

        assertThat(rows)
                .extracting(StoryRow::title)
                .containsExactly("2 check-ins, pain marked once", "Session 1", "Check-in", "Check-in");
        assertThat(rows.getFirst().detail()).isEqualTo("Pain 7 at the first, 6 at the last");
        assertThat(rows.getFirst().places()).isEqualTo("X218");
        assertThat(rows.get(2).detail()).isEqualTo("Worse: “numb”");
        assertThat(rows).extracting(StoryRow::first).containsExactly(0, 3, 4, 5);
        assertThat(rows).extracting(StoryRow::last).containsExactly(2, 3, 4, 5);
    }

    @Test
    void event_whoseYearIsNotOver_standsNoLaterThanItWasToldAndNeverAfterNow() {
        StoryEntry entry = inOrder(List.of(told(EventDate.year(2026), "X205")), List.of(), List.of(), List.of())
                .getFirst();
        assertThat(entry.at()).isEqualTo(Instant.parse("2026-07-02T00:00:00Z"));
        StoryEntry late = inOrder(
                        List.of(told(EventDate.month(YearMonth.of(2026, 11)), "X205")), List.of(), List.of(), List.of())
                .getFirst();
        assertThat(late.at()).isEqualTo(NOW.minus(Duration.ofDays(70)));
    }

    @Test
    void axis_ofSomebodyWhoIsNew_hasFourWeeksAndTheYearsBefore() {
        var known = StoryTime.axis(List.of(), OptionalInt.of(1980), NOW, NOW, ZoneOffset.UTC);
        assertThat(known.first()).isEqualTo(LocalDate.of(1980, 1, 1).toEpochDay());
        assertThat(known.turn()).isEqualTo(LocalDate.of(2026, 11, 1).toEpochDay() + 0.5);
        assertThat(StoryTime.axis(List.of(), OptionalInt.empty(), NOW, NOW, ZoneOffset.UTC)
                        .isBroken())
                .isFalse();
    }

    /** On a phone, 280 pixels wide and 12 high, of which a letter is about 0.55 broad; a month begins on the last day too. */
    @Property(tries = 200)
    void ticks_thatAreWrittenOnAPhone_leaveEachOtherRoom(
            @ForAll @IntRange(max = 400) int day, @ForAll @IntRange(min = 1, max = 2_000) int agoAdded) {
        Instant now = Instant.parse("2026-12-01T08:00:00Z").plus(Duration.ofDays(day));
        StoryTime story =
                StoryTime.of(List.of(), OptionalInt.of(1980), now.minus(Duration.ofDays(agoAdded)), PLACES, now);
        double free = Double.NEGATIVE_INFINITY;
        for (StoryTime.StoryTick tick : story.ticks()) {
            double width = 100 * 0.55 * 12 * tick.label().length() / 280;
            double left = tick.x()
                    - switch (tick.anchor()) {
                        case START -> 0;
                        case MIDDLE -> width / 2;
                        case END -> width;
                    };
            if (!tick.more()) {
                assertThat(left).as("%s of %s", tick, story.ticks()).isGreaterThan(free);
                free = left + width;
            }
        }
    }

    /** At each entry lies what that day's own reading says; and at the last, and now, what lies on the body today. */
    @Property(tries = 200)
    void days_anyStory_showWhatWasSoOnThatDay(@ForAll long seed) {
        Random random = new Random(seed);
        List<TraumaEvent> events = new ArrayList<>();
        List<BodyMap> maps = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        List<CheckIn> checkIns = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            events.add(told(EventDate.year(1990 + random.nextInt(37)), any(random), "X131"));
        }
        for (int ago = 70; ago > 0; ago -= 1 + random.nextInt(20)) {
            switch (random.nextInt(4)) {
                case 0 -> maps.add(map(ago, Map.of(any(random), (double) random.nextInt(11))));
                case 1 -> sessions.add(held(ago, engaged(any(random)), released(any(random), random.nextDouble())));
                case 2 ->
                    sessions.add(held(
                            ago,
                            new Moment.SiteEngaged(
                                    new Site.MuscleSite(new MuscleId("psoas_major_left")), PrivateText.NONE)));
                default -> checkIns.add(said(ago, random.nextInt(11), ""));
            }
        }
        List<StoryEntry> entries = inOrder(events, maps, sessions, checkIns);
        StoryTime story = of(entries, OptionalInt.of(1980));

        for (int stop = 0; stop < entries.size(); stop++) {
            assertThat(at(story, stop))
                    .isEqualTo(plain(BodyLayers.of(ThatDay.after(entries.subList(0, stop + 1)), PLACES)));
        }
        BodyLayers today = new BodyLayers(PLACES).told(events).sessions(sessions);
        if (!maps.isEmpty()) {
            today.pain(maps.getLast());
        }
        assertThat(at(story, entries.size())).isEqualTo(plain(today));
        assertThat(xs(story)).hasSize(entries.size() + 1).isSorted();
    }

    private static String any(Random random) {
        return REGIONS.get(random.nextInt(REGIONS.size()));
    }

    /** What the page's script leaves of the layers at a stop (story-days.js), each place without its span. */
    private static TreeSet<String> at(StoryTime story, int stop) {
        TreeSet<String> found = new TreeSet<>();
        JSON.readTree(story.days()).properties().forEach(layer -> {
            for (JsonNode place : layer.getValue()) {
                if (place.get("from").asInt() <= stop
                        && (!place.has("until") || stop < place.get("until").asInt())) {
                    found.add(plain(layer.getKey(), place));
                }
            }
        });
        return found;
    }

    private static TreeSet<String> plain(BodyLayers layers) {
        TreeSet<String> found = new TreeSet<>();
        JSON.readTree(layers.json())
                .properties()
                .forEach(layer -> layer.getValue().forEach(place -> found.add(plain(layer.getKey(), place))));
        return found;
    }

    private static String plain(String layer, JsonNode place) {
        return String.join(
                " ",
                layer,
                place.path("region").asString(""),
                place.path("muscle").asString(""),
                place.get("value").toString(),
                place.get("label").asString());
    }

    private static List<String> said(StoryTime story) {
        return JSON.readTree(story.stops())
                .valueStream()
                .map(stop -> stop.get("said").asString())
                .toList();
    }

    private static List<Double> xs(StoryTime story) {
        return JSON.readTree(story.stops())
                .valueStream()
                .map(stop -> stop.get("x").asDouble())
                .toList();
    }
}
