package org.stillpoint.memory;

import java.util.Arrays;

/** The working state of one life: moved from event to event in closed form, never stepped. */
final class BodyInTime {
    /** Capacity is whole until this age, years: strength begins to fall in the thirties (Doherty 2003). */
    private static final double WHOLE_UNTIL = 30;

    /** Two rates closer than this share would make the closed form lose its digits; one is nudged. */
    private static final double RATES_APART = 1e-4;

    /** What has decayed to e to the minus this is gone: 1e-18, below the rounding of what it would be added to. */
    private static final double GONE = 41.4;

    /** Injury below this counts as none: the same 1e-18. */
    private static final double HEALED = 1e-18;

    private final double[][] pull;
    private final LifeParameters parameters;
    private final double heal;
    private final double adapt;
    private final double feel;
    private final double[] injury;
    private final double[] held;
    private final double[] steady;
    private final double[] fading;
    private final double[] adaptation;
    private final double[] felt;
    private final Gain gain;
    private double age;
    private double arousal;

    /** @param pull load on every muscle per unit contraction of one, by column */
    BodyInTime(double[][] pull, LifeParameters parameters) {
        this.pull = pull;
        this.parameters = parameters;
        this.heal = 1 / parameters.get(LifeParameter.HEALING_TIME);
        this.adapt = apart(1 / parameters.get(LifeParameter.ADAPTATION_TIME), heal, heal);
        this.feel = apart(apart(1 / parameters.get(LifeParameter.PAIN_TIME), heal, adapt), adapt, heal);
        int muscles = pull.length;
        this.injury = new double[muscles];
        this.held = new double[muscles];
        this.steady = new double[muscles];
        this.fading = new double[muscles];
        this.adaptation = new double[muscles];
        this.felt = new double[muscles];
        this.gain = new Gain(muscles);
    }

    BodyInTime(BodyInTime other) {
        this.pull = other.pull;
        this.parameters = other.parameters;
        this.heal = other.heal;
        this.adapt = other.adapt;
        this.feel = other.feel;
        this.injury = other.injury.clone();
        this.held = other.held.clone();
        this.steady = other.steady.clone();
        this.fading = other.fading.clone();
        this.adaptation = other.adaptation.clone();
        this.felt = other.felt.clone();
        this.gain = other.gain;
        this.age = other.age;
        this.arousal = other.arousal;
    }

    private static double apart(double rate, double first, double second) {
        double out = rate;
        while (Math.abs(out - first) < RATES_APART * first || Math.abs(out - second) < RATES_APART * second) {
            out *= 1 + 3 * RATES_APART;
        }
        return out;
    }

    /** The load that muscles can take up without its being felt, share of maximal force. */
    double capacity() {
        double years = Math.max(0, age - WHOLE_UNTIL);
        return parameters.get(LifeParameter.CAPACITY)
                * (1 - parameters.get(LifeParameter.CAPACITY_LOSS) * years)
                * (1 - parameters.get(LifeParameter.AROUSAL_COST) * arousal);
    }

    private double capacityDrop() {
        return age < WHOLE_UNTIL
                ? 0
                : parameters.get(LifeParameter.CAPACITY)
                        * parameters.get(LifeParameter.CAPACITY_LOSS)
                        * (1 - parameters.get(LifeParameter.AROUSAL_COST) * arousal);
    }

    /** Years after which neither adaptation nor felt load knows where it began: what happened before acts only through what is held. */
    double forgets() {
        return GONE / Math.min(adapt, feel);
    }

    /** Moves on to a later age through years of which nothing but injury and what is held will matter; {@link #wake} follows. */
    void passTo(double later) {
        heal(Math.exp(-heal * (later - age)));
        age = later;
    }

    private void heal(double h) {
        for (int m = 0; m < injury.length; m++) {
            injury[m] *= h;
        }
    }

    /** Begins to follow the load, with a body at rest under what it holds. */
    void wake() {
        double guarding = parameters.get(LifeParameter.GUARDING);
        gain.count = 0;
        for (int m = 0; m < held.length; m++) {
            if (injury[m] > HEALED || held[m] > 0) {
                gain.put(m, guarding * injury[m], held[m]);
            }
        }
        load();
        double capacity = capacity();
        for (int m = 0; m < steady.length; m++) {
            adaptation[m] = Math.min(steady[m] + fading[m], capacity);
        }
    }

    /**
     * Moves on to a later age.
     *
     * @param asked the age at which the state is next looked at: felt load that will be gone by then is not worked out
     */
    void advanceTo(double later, double asked) {
        boolean feels = feel * (asked - later) < GONE;
        if (age < WHOLE_UNTIL && later > WHOLE_UNTIL) {
            advance(WHOLE_UNTIL - age, feels);
            age = WHOLE_UNTIL;
        }
        advance(later - age, feels);
        age = later;
    }

    private void advance(double span, boolean feels) {
        if (span <= 0) {
            return;
        }
        double h = Math.exp(-heal * span);
        double capacity = capacity();
        double drop = capacityDrop();
        double capacityAtEnd = capacity - drop * span;
        MuscleSpan muscle = new MuscleSpan(heal, adapt, feel, drop, span, feels);
        for (int m = 0; m < steady.length; m++) {
            double p = steady[m];
            double q = fading[m];
            // Load is convex and capacity straight: below at both ends is below throughout.
            if (p + q <= capacity && p + q * h <= capacityAtEnd) {
                muscle.below(p, q, adaptation[m], felt[m]);
            } else {
                muscle.advance(p, q, capacity, adaptation[m], felt[m]);
            }
            adaptation[m] = muscle.adaptation();
            felt[m] = muscle.felt();
            fading[m] = q * h;
        }
        heal(h);
    }

    /** Lets an event happen at the present age. */
    void meet(LifeEvent event) {
        switch (event) {
            case LifeEvent.Strike strike -> {
                strike(strike);
                load();
            }
            case LifeEvent.Arousal change -> arousal = change.level();
            case LifeEvent.MuscleRelease release -> {
                double[] column = pull[release.muscle()];
                double gone = release(release);
                for (int m = 0; m < steady.length; m++) {
                    steady[m] = Math.max(0, steady[m] - gone * column[m]);
                }
            }
        }
    }

    /** Lets an event happen of which nothing but injury and what is held will matter. */
    void pass(LifeEvent event) {
        switch (event) {
            case LifeEvent.Strike strike -> strike(strike);
            case LifeEvent.Arousal change -> arousal = change.level();
            case LifeEvent.MuscleRelease release -> release(release);
        }
    }

    /** Guarding and held contraction that the first {@code count} of the muscles named gained last: working memory. */
    private static final class Gain {
        private final int[] muscles;
        private final double[] guarding;
        private final double[] held;
        private int count;

        Gain(int most) {
            muscles = new int[most];
            guarding = new double[most];
            held = new double[most];
        }

        void put(int muscle, double guards, double holds) {
            muscles[count] = muscle;
            guarding[count] = guards;
            held[count++] = holds;
        }
    }

    private void strike(LifeEvent.Strike strike) {
        double[] doses = strike.doses();
        double guarding = parameters.get(LifeParameter.GUARDING);
        double most = LifeParameter.HELD.sourced().high();
        double takes = parameters.get(LifeParameter.HELD) * strike.intensity() / most;
        gain.count = 0;
        for (int m = 0; m < doses.length; m++) {
            double dose = doses[m] * strike.severity();
            if (dose > 0) {
                double hurt = (1 - injury[m]) * dose;
                injury[m] += hurt;
                // Saturating: what is added by small and by repeated events stays below the most a muscle can hold.
                double more = (most - held[m]) * (1 - Math.exp(-takes * dose));
                held[m] += more;
                gain.put(m, guarding * hurt, more);
            }
        }
    }

    /** Lets go of a share of what a muscle holds, and says how much that was. */
    private double release(LifeEvent.MuscleRelease release) {
        double gone = release.extent() * held[release.muscle()];
        held[release.muscle()] -= gone;
        return gone;
    }

    /** Adds the pull of the muscles that gained contraction to the loads, four muscles at a time. */
    private void load() {
        double[] none = new double[steady.length];
        int[] muscles = gain.muscles;
        for (int k = 0; k < gain.count; k += 4) {
            int left = gain.count - k;
            double[] c0 = pull[muscles[k]];
            double[] c1 = left > 1 ? pull[muscles[k + 1]] : none;
            double[] c2 = left > 2 ? pull[muscles[k + 2]] : none;
            double[] c3 = left > 3 ? pull[muscles[k + 3]] : none;
            add(c0, c1, c2, c3, Arrays.copyOfRange(gain.guarding, k, k + 4), fading);
            add(c0, c1, c2, c3, Arrays.copyOfRange(gain.held, k, k + 4), steady);
        }
    }

    private static void add(double[] c0, double[] c1, double[] c2, double[] c3, double[] factors, double[] to) {
        double f0 = factors[0];
        double f1 = factors[1];
        double f2 = factors[2];
        double f3 = factors[3];
        if (f0 + f1 + f2 + f3 < HEALED) {
            return;
        }
        for (int m = 0; m < to.length; m++) {
            to[m] += f0 * c0[m] + f1 * c1[m] + f2 * c2[m] + f3 * c3[m];
        }
    }

    /** A copy of the state, with the pain that it makes in each region. */
    BodyState state(PainMapping mapping) {
        double[] guarding = new double[injury.length];
        double[] load = new double[injury.length];
        for (int m = 0; m < load.length; m++) {
            guarding[m] = parameters.get(LifeParameter.GUARDING) * injury[m];
            load[m] = steady[m] + fading[m];
        }
        return new BodyState(
                age,
                arousal,
                capacity(),
                injury.clone(),
                held.clone(),
                guarding,
                load,
                adaptation.clone(),
                felt.clone(),
                pain(mapping, parameters, arousal, felt, injury));
    }

    /** Pain of each region, 0 to 10: it saturates in felt load and acute injury. */
    static double[] pain(
            PainMapping mapping, LifeParameters parameters, double arousal, double[] felt, double[] injury) {
        double amplified = 1 + parameters.get(LifeParameter.AROUSAL_AMPLIFIES) * arousal;
        double gain = parameters.get(LifeParameter.PAIN_GAIN) * amplified;
        double acute = parameters.get(LifeParameter.ACUTE_GAIN);
        double[] pain = new double[mapping.regions()];
        for (int m = 0; m < felt.length; m++) {
            mapping.addFelt(m, gain * felt[m], pain);
            if (injury[m] > HEALED) {
                mapping.addUnder(m, acute * injury[m], pain);
            }
        }
        for (int r = 0; r < pain.length; r++) {
            pain[r] = 10 * (1 - Math.exp(-pain[r]));
        }
        return pain;
    }
}
