package org.stillpoint.app.trace;

import java.util.Arrays;
import java.util.List;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.painmap.PainMapTable.PainMap;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.Place;
import org.stillpoint.trace.Trace;
import org.stillpoint.trace.TraceModel;

/** One map of a table traced, and what commands say of it in JSON. */
public final class TracedMap {
    private TracedMap() {}

    /** Whether nothing stands in the map but 0 and 1: a table of such maps alone tells no intensities. */
    public static boolean hasOnlyMarks(PainMap map) {
        return Arrays.stream(map.pain()).allMatch(value -> Double.isNaN(value) || value == 0 || value == 1);
    }

    /** @param marksOnly whether the whole table holds nothing above 1 */
    public static Trace of(PainMap map, boolean marksOnly, TraceModel model) {
        double[] pain = map.pain();
        return model.trace(marksOnly ? Observation.marks(pain) : Observation.of(pain), List.of());
    }

    public static JsonAnswer json(String id, Trace trace) {
        return new JsonAnswer()
                .put("id", id)
                .put("sets", trace.places().stream().map(TracedMap::ids).toList())
                .put("shares", trace.places().stream().map(Place::share).toList())
                .put("bumps", trace.places().stream().map(Place::bumps).toList())
                .put("unexplained", trace.unexplained());
    }

    static List<String> ids(Place place) {
        return place.muscles().stream().map(MuscleId::value).toList();
    }
}
