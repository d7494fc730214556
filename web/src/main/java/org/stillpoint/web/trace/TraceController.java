package org.stillpoint.web.trace;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.BodyMaps;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.trace.NextPlace;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.Trace;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** The trace: the page comes at once, its answer when it has been computed. */
@Controller
class TraceController {

    /** Muscles of one place that are named on the page; the rest are counted. */
    private static final int MOST_NAMED = 12;

    /** How strongly a place to feel next is outlined where no place was found, 0 to 1. */
    private static final double NEXT_ON_BODY = 0.5;

    private final Clients clients;
    private final BodyMaps bodyMaps;
    private final History history;
    private final Places places;
    private final Tracing tracing;
    private final Clock clock;

    TraceController(Clients clients, BodyMaps bodyMaps, History history, Places places, Tracing tracing, Clock clock) {
        this.clients = clients;
        this.bodyMaps = bodyMaps;
        this.history = history;
        this.places = places;
        this.tracing = tracing;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/trace")
    String show(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        Optional<BodyMap> map = markedMap(client);
        BodyLayers layers = new BodyLayers(places).told(history.list(client.id()));
        map.ifPresent(layers::pain);
        model.addAttribute(
                "page",
                new TracePage(
                        ClientHead.of(client, LocalDate.now(clock)),
                        layers.json(),
                        layers.view(),
                        map.map(marked -> Words.day(marked.at(), clock.getZone()))
                                .orElse("")));
        return "trace";
    }

    /** The answer alone, put into the page when it is there. */
    @GetMapping("/clients/{id}/trace/answer")
    String answer(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        Optional<BodyMap> map = markedMap(client);
        if (map.isEmpty()) {
            return "redirect:/clients/" + client.id() + "/trace";
        }
        List<TraumaEvent> events = history.list(client.id());
        model.addAttribute("page", answer(tracing.trace(map.get(), events), events));
        return "traceanswer";
    }

    private Optional<BodyMap> markedMap(Client client) {
        return bodyMaps.findLatest(client.id())
                .filter(map -> map.pain().values().stream().anyMatch(score -> score.value() > 0));
    }

    private TraceAnswer answer(Tracing.Answer answer, List<TraumaEvent> events) {
        Trace trace = answer.trace();
        Map<String, String> titles = new HashMap<>();
        events.forEach(event -> titles.put(
                event.id().toString(),
                event.told().kind().words() + ", " + Words.when(event.told().when())));
        BodyLayers layers = new BodyLayers(places);
        List<TraceAnswer.PlaceRow> rows = new ArrayList<>();
        for (Place place : trace.places()) {
            rows.add(row(place, titles));
            for (int m = 0; m < place.muscles().size(); m++) {
                double rank = place.inclusion()[m] / place.inclusion()[0];
                layers.muscle("traced", place.muscles().get(m), Math.max(0.35, rank), "worth feeling");
            }
        }
        List<TraceAnswer.NextRow> next = new ArrayList<>();
        for (NextPlace place : answer.next()) {
            next.add(new TraceAnswer.NextRow(
                    places.muscle(place.muscle()), titles(place.touchedBy(), titles), place.muscle()));
            if (rows.isEmpty()) {
                layers.muscle("traced", place.muscle(), NEXT_ON_BODY, "a place to feel next");
            }
        }
        return new TraceAnswer(
                sentence(trace), rows, trace.unexplained(), trace.unknownComesFirst(), next, layers.json());
    }

    private TraceAnswer.PlaceRow row(Place place, Map<String, String> titles) {
        List<String> muscles = place.muscles();
        List<String> others =
                muscles.stream().skip(1).limit(MOST_NAMED).map(places::muscle).toList();
        int unnamed = muscles.size() - 1 - others.size();
        String apart = !place.cannotBeToldApart()
                ? "One muscle; the marked pain tells it from all others."
                : "These %d muscles cannot be told apart by the marked pain: their patterns agree to %s at least.%s"
                        .formatted(
                                muscles.size(),
                                Words.percent(place.purity()),
                                unnamed > 0 ? " " + unnamed + " of them are not named here." : "");
        return new TraceAnswer.PlaceRow(
                places.muscle(muscles.getFirst()),
                others,
                apart,
                place.share(),
                titles(place.touchedBy(), titles),
                String.join(" ", muscles));
    }

    private static List<String> titles(List<String> events, Map<String, String> titles) {
        return events.stream().map(titles::get).filter(Objects::nonNull).toList();
    }

    private static String sentence(Trace trace) {
        if (trace.places().isEmpty()) {
            return "Unknown: no place stands out. The marked pain alone does not tell where to feel first; a hand may.";
        }
        int found = trace.places().size();
        String explained = Words.percent(1 - trace.unexplained());
        String left = Words.percent(trace.unexplained());
        return trace.unknownComesFirst()
                ? "Unknown comes first: it stands for %s of the marked pain, more than any one place worth feeling."
                        .formatted(left)
                : "%s worth feeling would account for %s of the marked pain; %s stays unexplained."
                        .formatted(found == 1 ? "One place" : found + " places", explained, left);
    }
}
