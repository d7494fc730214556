package org.stillpoint.app.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Look;
import org.stillpoint.chart.PanelChart;
import org.stillpoint.memory.BodyState;

/** A life: worst pain, held contraction and capacity over the years. */
final class LifeDrawing {

    private static final double MOST_PAIN = 10;

    private LifeDrawing() {}

    static Chart of(List<BodyState> states) {
        return PanelChart.of(
                List.of(
                        panel(states, "worst pain, 0 to 10", Look.PAIN, MOST_PAIN, LifeDrawing::worst),
                        panel(
                                states,
                                "held contraction, sum",
                                Look.HELD,
                                most(states, LifeDrawing::held),
                                LifeDrawing::held),
                        panel(
                                states,
                                "capacity to adapt",
                                Look.CAPACITY,
                                most(states, BodyState::capacity),
                                BodyState::capacity)),
                "age, years",
                ChartFiles.WIDTH,
                ChartFiles.LABELS,
                "A life as the hypothesis has it: this is a hypothesis.",
                states.stream()
                        .filter(state -> state.age() == Math.rint(state.age()))
                        .map(state -> String.format(
                                Locale.ROOT,
                                "%.0f: %.1f, %.3f, %.2f;",
                                state.age(),
                                worst(state),
                                held(state),
                                state.capacity()))
                        .collect(
                                Collectors.joining(" ", "Age: worst pain, held contraction, capacity to adapt. ", "")));
    }

    private static PanelChart.Panel panel(
            List<BodyState> states, String name, Look look, double high, ToDoubleFunction<BodyState> value) {
        return new PanelChart.Panel(
                name,
                look,
                high,
                states.stream()
                        .map(state -> new PanelChart.PanelValue(state.age(), value.applyAsDouble(state)))
                        .toList());
    }

    private static double worst(BodyState state) {
        return Arrays.stream(state.pain()).max().orElse(0);
    }

    private static double held(BodyState state) {
        return Arrays.stream(state.held()).sum();
    }

    private static double most(List<BodyState> states, ToDoubleFunction<BodyState> value) {
        return Math.max(1e-9, states.stream().mapToDouble(value).max().orElse(1));
    }
}
