package org.stillpoint.evidence.meta;

import java.util.List;
import java.util.stream.IntStream;

/** Effects of several studies with their sampling variances. */
public final class Studies {

    private final List<String> names;
    private final double[] effects;
    private final double[] variances;

    private Studies(List<String> names, double[] effects, double[] variances) {
        this.names = names;
        this.effects = effects;
        this.variances = variances;
    }

    /**
     * @param names what the studies are called, same length; need not differ
     * @param effects effect sizes, finite, all in one unit
     * @param variances sampling variances in the squared unit, above 0
     * @throws IllegalArgumentException for fewer than two studies, unequal lengths, or numbers out of range
     */
    public static Studies of(List<String> names, double[] effects, double[] variances) {
        if (effects.length < 2 || effects.length != variances.length || names.size() != effects.length) {
            throw new IllegalArgumentException(
                    "a meta-analysis needs two or more studies, each with name, effect and variance; got "
                            + names.size() + " names, " + effects.length + " effects, " + variances.length
                            + " variances");
        }
        for (int i = 0; i < effects.length; i++) {
            if (!Double.isFinite(effects[i]) || !(variances[i] > 0) || Double.isInfinite(variances[i])) {
                throw new IllegalArgumentException("study " + (i + 1) + ": effect " + effects[i]
                        + " must be finite, variance " + variances[i] + " above 0");
            }
        }
        return new Studies(List.copyOf(names), effects.clone(), variances.clone());
    }

    /** Studies known only by number. */
    public static Studies of(double[] effects, double[] variances) {
        return of(
                IntStream.rangeClosed(1, effects.length)
                        .mapToObj(i -> "study " + i)
                        .toList(),
                effects,
                variances);
    }

    public int size() {
        return effects.length;
    }

    public String name(int i) {
        return names.get(i);
    }

    public double effect(int i) {
        return effects[i];
    }

    public double variance(int i) {
        return variances[i];
    }

    /** Whether some studies are more precise than others, without which small ones cannot be told from large ones. */
    public boolean errorsDiffer() {
        return java.util.Arrays.stream(variances).distinct().count() > 1;
    }

    public double[] effects() {
        return effects.clone();
    }

    public double[] variances() {
        return variances.clone();
    }

    /** All studies but one. */
    public Studies without(int left) {
        int[] kept = IntStream.range(0, size()).filter(i -> i != left).toArray();
        return of(
                IntStream.of(kept).mapToObj(names::get).toList(),
                IntStream.of(kept).mapToDouble(i -> effects[i]).toArray(),
                IntStream.of(kept).mapToDouble(i -> variances[i]).toArray());
    }
}
