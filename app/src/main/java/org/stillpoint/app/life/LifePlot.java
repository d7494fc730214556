package org.stillpoint.app.life;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.stillpoint.memory.BodyState;

/** Draws a life: worst pain, held contraction and capacity over the years. */
final class LifePlot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 260;
    private static final int EDGE = 40;

    private LifePlot() {}

    static String svg(List<BodyState> states) {
        StringBuilder out = new StringBuilder();
        out.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\"><title>A life as the hypothesis has it</title><rect width=\"%d\" height=\"%d\" fill=\"#FAF8F4\"/>%n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT));
        line(
                out,
                states,
                "#8E3B6F",
                "worst pain (0 to 10)",
                10,
                18,
                s -> Arrays.stream(s.pain()).max().orElse(0));
        line(
                out,
                states,
                "#B4532A",
                "held contraction, sum",
                most(states),
                34,
                s -> Arrays.stream(s.held()).sum());
        line(out, states, "#0F6B6B", "capacity to adapt", states.getFirst().capacity(), 50, BodyState::capacity);
        double last = states.getLast().age();
        for (int age = 0; age <= last; age += 10) {
            double x = EDGE + (WIDTH - 2.0 * EDGE) * age / Math.max(1, last);
            out.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%.1f\" y=\"%d\" fill=\"#5C6670\" text-anchor=\"middle\">%d</text>%n",
                    x,
                    HEIGHT - 12,
                    age));
        }
        out.append(String.format(
                "<text x=\"%d\" y=\"%d\" fill=\"#5C6670\" text-anchor=\"end\">age; this is a hypothesis</text></svg>%n",
                WIDTH - 8, HEIGHT - 28));
        return out.toString();
    }

    private static double most(List<BodyState> states) {
        return Math.max(
                1e-9,
                states.stream()
                        .mapToDouble(s -> Arrays.stream(s.held()).sum())
                        .max()
                        .orElse(1));
    }

    private static void line(
            StringBuilder out,
            List<BodyState> states,
            String colour,
            String name,
            double top,
            int labelAt,
            ToDoubleFunction<BodyState> value) {
        double last = Math.max(1, states.getLast().age());
        out.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" points=\"");
        for (BodyState state : states) {
            out.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    EDGE + (WIDTH - 2.0 * EDGE) * state.age() / last,
                    HEIGHT - EDGE - (HEIGHT - 2.0 * EDGE) * value.applyAsDouble(state) / top));
        }
        out.append(String.format("\"/><text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n", EDGE, labelAt, colour, name));
    }
}
