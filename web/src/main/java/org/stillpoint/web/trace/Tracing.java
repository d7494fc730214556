package org.stillpoint.web.trace;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.memory.EventKind;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.record.RegionCode;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.NextPlace;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.Trace;
import org.stillpoint.trace.TraceModel;

/** Asks the body model where the marked pain may come from. The model is built at the first question and kept. */
@Component
final class Tracing {

    /** Places to feel next that are named: as many as a person takes in at a glance. */
    private static final int MOST_NEXT = 4;

    private final Atlas atlas;
    private @Nullable TraceModel model;

    Tracing(Atlas atlas) {
        this.atlas = atlas;
    }

    /**
     * What the model makes of a body map.
     *
     * @param next where a palpating hand would tell most, whether or not the trace found a place
     */
    record Answer(Trace trace, List<NextPlace> next) {}

    /** Traces a body map, with the events that the client has told. */
    Answer trace(BodyMap map, List<TraumaEvent> events) {
        Map<String, Double> pain = new HashMap<>();
        map.pain().forEach((region, score) -> {
            if (atlas.regions().find(region.value()).isPresent()) {
                pain.put(region.value(), score.value());
            }
        });
        Observation observation = Observation.of(atlas, pain);
        List<ToldEvent> told = events.stream().map(this::told).toList();
        Trace trace = model().trace(observation, told);
        return new Answer(trace, model().next(trace, observation, told, MOST_NEXT));
    }

    private ToldEvent told(TraumaEvent event) {
        // How it happened is the client's free text; the model knows only coded mechanisms, so it is told none.
        return new ToldEvent(
                event.id().toString(),
                EventKind.valueOf(event.told().kind().name()),
                "",
                event.told().places().stream()
                        .map(RegionCode::value)
                        .filter(code -> atlas.regions().find(code).isPresent())
                        .toList(),
                event.told().severity().value(),
                event.told().emotionalIntensity().value());
    }

    private synchronized TraceModel model() {
        TraceModel known = model;
        if (known == null) {
            known = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));
            model = known;
        }
        return known;
    }
}
