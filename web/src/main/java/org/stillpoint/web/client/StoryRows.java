package org.stillpoint.web.client;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.client.StoryEntry;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ClientWords;
import org.stillpoint.words.Dates;
import org.stillpoint.words.LifeSentences;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.PlaceWords;
import org.stillpoint.words.Share;
import org.stillpoint.words.Speaker;

/** A client's story in words: lines to read, and what is said at each entry. */
final class StoryRows {

    /** Own choice, 2026: what one reads in a line; the body shows all. */
    private static final int MOST_NAMED = 3;

    private final Places places;
    private final Speaker speaker;
    private final LocalDate today;

    StoryRows(Places places, LocalDate today) {
        this.places = places;
        this.speaker = places.speaker();
        this.today = today;
    }

    /** The lines, the earliest first. */
    List<StoryRow> of(List<StoryEntry> entries) {
        List<StoryRow> rows = new ArrayList<>();
        for (int first = 0; first < entries.size(); ) {
            int last = first;
            while (isQuiet(entries.get(first)) && last + 1 < entries.size() && isQuiet(entries.get(last + 1))) {
                last++;
            }
            rows.add(last == first ? alone(entries.get(first), first) : together(entries, first, last));
            first = last + 1;
        }
        return rows;
    }

    /** What needs no line of its own where others like it stand beside it. */
    private static boolean isQuiet(StoryEntry entry) {
        return switch (entry) {
            case StoryEntry.OfMap map -> true;
            case StoryEntry.OfCheckIn(CheckIn checkIn) -> !checkIn.saysWorse();
            case StoryEntry.OfEvent event -> false;
            case StoryEntry.OfSession session -> false;
        };
    }

    private StoryRow alone(StoryEntry entry, int at) {
        String client;
        return switch (entry) {
            case StoryEntry.OfEvent(var instant, TraumaEvent event) -> {
                var told = event.told();
                client = "/clients/" + event.client();
                yield new StoryRow(
                        event.id().toString(),
                        "told",
                        day(told.when()),
                        speaker.name(told.kind()),
                        speaker.say(Dates.ago(told.when(), today)),
                        speaker.say(new LifeSentences(places.names()).whereAndKnown(told.places(), event.provenance())),
                        told.places().stream().map(Object::toString).collect(Collectors.joining(" ")),
                        client + "/events/" + event.id(),
                        at,
                        at);
            }
            case StoryEntry.OfSession(int number, Session session) ->
                new StoryRow(
                        session.id().toString(),
                        "traced",
                        speaker.shortDay(session.startedAt()),
                        speaker.say(new ClientWords.SessionNumber(number)),
                        session instanceof EndedSession ended
                                ? speaker.length(ended.length())
                                : speaker.say(ClientWords.GOES_ON),
                        said(sites(session)),
                        sitesOf(session).map(StoryRows::code).distinct().collect(Collectors.joining(" ")),
                        "/sessions/" + session.id(),
                        at,
                        at);
            case StoryEntry.OfCheckIn(CheckIn checkIn) -> {
                client = "/clients/" + checkIn.client();
                yield new StoryRow(
                        checkIn.id().toString(),
                        "pain",
                        speaker.shortDay(checkIn.at()),
                        speaker.say(ClientWords.CHECK_IN_GIVEN),
                        said(List.of(pain(checkIn))),
                        checkIn.saysWorse()
                                ? speaker.say(new ClientWords.SaidWorse(
                                        checkIn.answers().anythingWorse().value()))
                                : "",
                        "",
                        client + "/check-ins/" + checkIn.id(),
                        at,
                        at);
            }
            case StoryEntry.OfMap(BodyMap map) ->
                new StoryRow(
                        map.id().toString(),
                        "pain",
                        speaker.shortDay(map.at()),
                        speaker.say(ClientWords.PAIN_MARKED),
                        "",
                        said(worst(map)),
                        codes(map),
                        "",
                        at,
                        at);
        };
    }

    private StoryRow together(List<StoryEntry> entries, int first, int last) {
        List<StoryEntry> all = entries.subList(first, last + 1);
        List<CheckIn> checkIns = all.stream()
                .filter(StoryEntry.OfCheckIn.class::isInstance)
                .map(entry -> ((StoryEntry.OfCheckIn) entry).checkIn())
                .toList();
        int maps = all.size() - checkIns.size();
        Optional<BodyMap> latest = all.reversed().stream()
                .filter(StoryEntry.OfMap.class::isInstance)
                .map(entry -> ((StoryEntry.OfMap) entry).map())
                .findFirst();
        List<Message> detail = new ArrayList<>();
        if (checkIns.isEmpty()) {
            latest.ifPresent(map -> detail.addAll(worst(map)));
        } else if (checkIns.size() == 1) {
            detail.add(pain(checkIns.getFirst()));
        } else {
            detail.add(new ClientWords.PainFromTo(
                    checkIns.getFirst().answers().pain(),
                    checkIns.getLast().answers().pain()));
        }
        return new StoryRow(
                all.getFirst().id().toString(),
                "pain",
                speaker.shortDay(all.getLast().at()),
                speaker.say(
                        checkIns.isEmpty()
                                ? new ClientWords.MapsBetween(maps)
                                : new ClientWords.CheckInsBetween(checkIns.size(), maps)),
                "",
                said(detail),
                latest.map(StoryRows::codes).orElse(""),
                "",
                first,
                last);
    }

    /** What is said where the story stands at an entry. */
    String at(StoryEntry entry) {
        return switch (entry) {
            case StoryEntry.OfEvent(var at, TraumaEvent event) ->
                entry(
                        speaker.when(event.told().when()),
                        new Named(event.told().kind()),
                        event.told().places().stream()
                                .map(places.names()::region)
                                .toList());
            case StoryEntry.OfSession(int number, Session session) ->
                entry(speaker.day(session.startedAt()), new ClientWords.SessionNumber(number), sites(session));
            case StoryEntry.OfMap(BodyMap map) -> entry(speaker.day(map.at()), ClientWords.PAIN_MARKED, worst(map));
            case StoryEntry.OfCheckIn(CheckIn checkIn) ->
                entry(
                        speaker.day(checkIn.at()),
                        ClientWords.CHECK_IN_GIVEN,
                        checkIn.saysWorse()
                                ? List.of(
                                        pain(checkIn),
                                        new ClientWords.SaidWorse(checkIn.answers()
                                                .anythingWorse()
                                                .value()))
                                : List.of(pain(checkIn)));
        };
    }

    String now() {
        return speaker.say(new ClientWords.Today(today));
    }

    private String entry(String day, Message what, List<Message> which) {
        return speaker.say(
                which.isEmpty()
                        ? new ClientWords.EntryOf(day, what)
                        : new ClientWords.EntryWith(day, what, new PlaceWords.Several(which)));
    }

    private String said(List<Message> several) {
        return several.isEmpty() ? "" : speaker.say(new PlaceWords.Several(several));
    }

    private static Message pain(CheckIn checkIn) {
        return new CheckInWords.Answered(CheckInWords.PAIN, checkIn.answers().pain());
    }

    private List<Message> worst(BodyMap map) {
        return places.names().hurting(map, MOST_NAMED);
    }

    private static String codes(BodyMap map) {
        return map.pain().entrySet().stream()
                .filter(place -> place.getValue().compareTo(Score0To10.NONE) > 0)
                .map(place -> place.getKey().value())
                .collect(Collectors.joining(" "));
    }

    /** Where hands were, and how much let go there. */
    private List<Message> sites(Session session) {
        Set<Site> held = sitesOf(session).collect(Collectors.toCollection(LinkedHashSet::new));
        return held.stream()
                .map(site -> released(session, site)
                        .<Message>map(
                                extent -> new ClientWords.LetGo(places.names().site(site), new Share(extent)))
                        .orElseGet(() -> places.names().site(site)))
                .toList();
    }

    private static Stream<Site> sitesOf(Session session) {
        return session.standingMarks().stream().flatMap(mark -> switch (mark.moment()) {
            case Moment.SiteEngaged(Site site, var technique) -> Stream.of(site);
            case Moment.Release(Site site, double extent) -> Stream.of(site);
            default -> Stream.empty();
        });
    }

    /** The most that was marked at the site in this session: what the layer shows. */
    private static Optional<Double> released(Session session, Site site) {
        return session.standingMarks().stream()
                .flatMap(
                        mark -> mark.moment() instanceof Moment.Release(Site where, double extent) && where.equals(site)
                                ? Stream.of(extent)
                                : Stream.empty())
                .max(Double::compare);
    }

    private static String code(Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) -> id.value();
            case Site.RegionSite(var region) -> region.value();
        };
    }

    private String day(EventDate when) {
        return when.precision() == EventDate.Precision.DAY ? speaker.shortDay(when.first()) : speaker.when(when);
    }
}
