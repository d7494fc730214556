package org.stillpoint.web.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.record.RegionCode;
import org.stillpoint.trace.Route;
import org.stillpoint.trace.RouteStep;
import org.stillpoint.web.strain.RouteLine;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;
import tools.jackson.databind.json.JsonMapper;

/** Puts the ways from a place to the pain into words, and into lines for the body to draw. */
final class WayWords {

    private static final JsonMapper JSON = new JsonMapper();

    private final Atlas atlas;
    private final Places places;

    WayWords(Atlas atlas, Places places) {
        this.atlas = atlas;
        this.places = places;
    }

    /** One line on the body: its points, or a muscle, then the region. */
    private record Glow(List<Object> steps, double share) {}

    private record Points(List<double[]> points) {}

    private record OfMuscle(String muscle) {}

    private record OfRegion(String region) {}

    /** Each region with the strongest way to it. */
    List<TraceAnswer.WayRow> rows(TraceReading.Ways ways) {
        return ways.routes().stream()
                .map(route -> new TraceAnswer.WayRow(
                        places.name(new RegionCode(route.region())),
                        sentence(route.ways().getFirst())))
                .toList();
    }

    /** The same ways as {@code sp-body.setRoutes} takes them. */
    String glow(TraceReading.Ways ways) {
        return JSON.writeValueAsString(ways.routes().stream()
                .map(route -> glow(route.ways().getFirst()))
                .toList());
    }

    private String sentence(Route.Way way) {
        List<String> by = new ArrayList<>();
        String tightened = "";
        String felt = "";
        for (RouteStep step : way.steps()) {
            switch (step) {
                case RouteStep.Held held -> {}
                case RouteStep.Carried carried -> {
                    String name = inside(places.name(carried.by()));
                    if (by.isEmpty() || !by.getLast().equals(name)) {
                        by.add(name);
                    }
                }
                case RouteStep.Tightened tight -> tightened = places.muscle(tight.muscle());
                case RouteStep.Felt last -> felt = last.referred() ? "as referred pain" : "";
            }
        }
        String share = Words.percent(way.share());
        if (tightened.isEmpty()) {
            return "Felt there itself%s: %s of what would reach this place."
                    .formatted(felt.isEmpty() ? "" : ", " + felt, share);
        }
        return "%s would be tightened%s, and felt there%s: %s of what would reach this place."
                .formatted(
                        tightened,
                        by.isEmpty() ? "" : " by way of " + String.join(", then ", by),
                        felt.isEmpty() ? "" : " " + felt,
                        share);
    }

    private static String inside(String name) {
        return name.length() > 1 && Character.isLowerCase(name.charAt(1))
                ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1)
                : name;
    }

    private Glow glow(Route.Way way) {
        RouteLine line = new RouteLine(atlas);
        String held = "";
        String region = "";
        String at = "";
        for (RouteStep step : way.steps()) {
            switch (step) {
                case RouteStep.Held first -> held = first.muscle();
                case RouteStep.Carried carried -> {
                    if (at.isEmpty()) {
                        line.along(held, carried.from());
                    }
                    line.by(carried.by(), carried.from(), carried.to());
                    at = carried.to();
                }
                case RouteStep.Tightened tight -> {
                    if (!at.isEmpty()) {
                        line.outAlong(tight.muscle(), at);
                    }
                }
                case RouteStep.Felt last -> region = last.region();
            }
        }
        double[] flat = line.coordinates();
        List<double[]> points = new ArrayList<>();
        for (int i = 0; i < flat.length; i += 3) {
            points.add(new double[] {flat[i], flat[i + 1], flat[i + 2]});
        }
        return new Glow(
                List.of(points.isEmpty() ? new OfMuscle(held) : new Points(points), new OfRegion(region)), way.share());
    }
}
