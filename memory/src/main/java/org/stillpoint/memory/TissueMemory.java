package org.stillpoint.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.stillpoint.strain.Influence;

/**
 * Tissue memory over a life: events leave injury and held contraction, strain spreads, the body adapts, and what it cannot adapt to is
 * felt (the hypothesis of the method, made precise enough to be wrong).
 *
 * <p>Only extra tension is felt: a muscle that another's contraction makes slacker is not credited with it. Immutable; safe to share.
 */
public final class TissueMemory {
    private final PainMapping mapping;
    private final double[][] pull;

    private TissueMemory(PainMapping mapping, double[][] pull) {
        this.mapping = mapping;
        this.pull = pull;
    }

    /** For a body whose muscles pull on each other as {@code influence} says. */
    public static TissueMemory of(PainMapping mapping, Influence influence) {
        double[][] pull = new double[influence.muscles().size()][];
        for (int m = 0; m < pull.length; m++) {
            pull[m] = influence.ofHold(m);
            for (int i = 0; i < pull[m].length; i++) {
                pull[m][i] = Math.max(0, pull[m][i]);
            }
        }
        return new TissueMemory(mapping, pull);
    }

    /** The same body with a share of the pulls of one muscle on another gone at random: for trying how far answers rest on them. */
    public TissueMemory withPullsDropped(double share, long seed) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("share of pulls dropped is " + share + "; range 0 to 1");
        }
        Random random = new Random(seed);
        double[][] fewer = new double[pull.length][];
        for (int m = 0; m < fewer.length; m++) {
            fewer[m] = pull[m].clone();
            for (int i = 0; i < fewer[m].length; i++) {
                fewer[m][i] = i != m && random.nextDouble() < share ? 0 : fewer[m][i];
            }
        }
        return new TissueMemory(mapping, fewer);
    }

    /** Where muscles are felt. */
    public PainMapping mapping() {
        return mapping;
    }

    /** Extra tension of every muscle per unit contraction of one, never negative, share of maximal force; not to be changed. */
    public double[] pull(int muscle) {
        return pull[muscle];
    }

    /**
     * The body at the end of a life.
     *
     * @param events in any order
     * @param age at the end, years
     */
    public BodyState at(LifeParameters parameters, List<LifeEvent> events, double age) {
        return course(parameters, events, List.of(age)).getFirst();
    }

    /**
     * The body at many ages of one life.
     *
     * @param ages ascending, years
     */
    public List<BodyState> course(LifeParameters parameters, List<LifeEvent> events, List<Double> ages) {
        List<LifeEvent> ordered = inOrder(events);
        BodyInTime body = new BodyInTime(pull, parameters);
        int next = pass(body, ordered, ages.getFirst() - body.forgets());
        List<BodyState> states = new ArrayList<>(ages.size());
        for (int k = 0; k < ages.size(); k++) {
            double age = ages.get(k);
            while (next < ordered.size() && ordered.get(next).age() <= age) {
                body.advanceTo(ordered.get(next).age(), age);
                body.meet(ordered.get(next++));
            }
            // A look in between leaves the life as it is: cut only where something happens.
            BodyInTime now = k == ages.size() - 1 ? body : new BodyInTime(body);
            now.advanceTo(age, age);
            states.add(now.state(mapping));
        }
        return states;
    }

    /** Pain of each region, 0 to 10, of the same body if another person's parameters made pain of it: gains alone count here. */
    public double[] pain(LifeParameters parameters, BodyState state) {
        return BodyInTime.pain(mapping, parameters, state.arousal(), state.felt(), state.injury());
    }

    /** Takes a body through the years whose course will be forgotten; the number of events that happened in them. */
    private static int pass(BodyInTime body, List<LifeEvent> ordered, double until) {
        int next = 0;
        while (next < ordered.size() && ordered.get(next).age() <= until) {
            body.passTo(ordered.get(next).age());
            body.pass(ordered.get(next++));
        }
        if (until > 0) {
            body.passTo(until);
            body.wake();
        }
        return next;
    }

    private static List<LifeEvent> inOrder(List<LifeEvent> events) {
        return events.stream()
                .sorted(Comparator.comparingDouble(LifeEvent::age))
                .toList();
    }
}
