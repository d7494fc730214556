package org.stillpoint.web.life;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.stillpoint.memory.BodyState;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.LifeParameters;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.practice.body.StandardBody;

/** The courses of tissue memory as the page reads them. */
@Component
final class LifeModel {

    /** Moments spread evenly over a life: steps that the eye takes for smooth. */
    private static final int EVEN = 160;

    /** Years before and after a happening that are looked at besides: most of what follows an event comes within months. */
    private static final double[] AROUND = {-1e-6, 0, 0.02, 0.05, 0.1, 0.17, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2};

    private final StandardBody body;

    LifeModel(StandardBody body) {
        this.body = body;
    }

    /** The body itself. */
    TissueMemory memory() {
        return body.memory();
    }

    /** Which muscles an event touches. */
    Bracing bracing() {
        return body.bracing();
    }

    /**
     * The course of a life as little-endian 32-bit floats, moment after moment: age (years), arousal (0 to 1), capacity (share of
     * maximal force); then muscle by muscle held contraction and after it guarding (shares of fibre length), load and adaptation
     * (shares of maximal force); then pain region by region (0 to 10). Muscles and regions in the order of the atlas.
     *
     * @param parameters the person's own
     * @param without ids of releases that are left out
     */
    byte[] course(LifeStory story, LifeParameters parameters, Set<String> without) {
        List<BodyState> states = memory().course(parameters, story.changes(without), moments(story));
        ByteBuffer buffer = ByteBuffer.allocate(4 * states.size() * width(states.getFirst()))
                .order(ByteOrder.LITTLE_ENDIAN);
        for (BodyState state : states) {
            buffer.putFloat((float) state.age());
            buffer.putFloat((float) state.arousal());
            buffer.putFloat((float) state.capacity());
            put(state.held(), buffer);
            put(state.guarding(), buffer);
            put(state.load(), buffer);
            put(state.adaptation(), buffer);
            put(state.pain(), buffer);
        }
        return buffer.array();
    }

    private static int width(BodyState state) {
        return 3 + 4 * state.held().length + state.pain().length;
    }

    private static void put(double[] values, ByteBuffer buffer) {
        for (double value : values) {
            buffer.putFloat((float) value);
        }
    }

    /** The same moments with and without a release, so that two courses can be laid over each other. */
    private static List<Double> moments(LifeStory story) {
        TreeSet<Double> ages = new TreeSet<>();
        for (int i = 0; i <= EVEN; i++) {
            ages.add(story.from() + (story.to() - story.from()) * i / EVEN);
        }
        for (LifeStory.Happening each : story.happenings()) {
            for (double around : each.told() ? AROUND : new double[] {0}) {
                double age = each.age() + around;
                if (age > story.from() && age < story.to()) {
                    ages.add(age);
                }
            }
        }
        return new ArrayList<>(ages);
    }
}
