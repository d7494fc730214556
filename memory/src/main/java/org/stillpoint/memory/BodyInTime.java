package org.stillpoint.memory;

/** The working state of one life: moved from event to event in closed form, never stepped. */
final class BodyInTime {
    /** Capacity is whole until this age, years: strength begins to fall in the thirties (Doherty 2003). */
    private static final double WHOLE_UNTIL = 30;

    /** Two rates closer than this share would make the closed form lose its digits; one is nudged. */
    private static final double RATES_APART = 1e-4;

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
    private final double[][] columns;
    private final double[] toFading;
    private final double[] toSteady;
    private double age;
    private double arousal;

    /** @param pull load on every muscle per unit contraction of one, by column */
    BodyInTime(double[][] pull, LifeParameters parameters, double age) {
        this.pull = pull;
        this.parameters = parameters;
        this.age = age;
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
        this.columns = new double[muscles][];
        this.toFading = new double[muscles];
        this.toSteady = new double[muscles];
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
        this.columns = new double[felt.length][];
        this.toFading = new double[felt.length];
        this.toSteady = new double[felt.length];
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

    /** Moves on to a later age. */
    void advanceTo(double later) {
        if (age < WHOLE_UNTIL && later > WHOLE_UNTIL) {
            advance(WHOLE_UNTIL - age);
            age = WHOLE_UNTIL;
        }
        advance(later - age);
        age = later;
    }

    private void advance(double span) {
        if (span <= 0) {
            return;
        }
        double h = Math.exp(-heal * span);
        double n = Math.exp(-adapt * span);
        double l = Math.exp(-feel * span);
        double toX = -heal / (adapt - heal);
        double drivenX = feel * (h - l) / (feel - heal);
        double drivenY = feel * (n - l) / (feel - adapt);
        double capacity = capacity();
        double drop = capacityDrop();
        double capacityAtEnd = capacity - drop * span;
        MuscleSpan hard = new MuscleSpan(heal, adapt, feel, drop);
        for (int m = 0; m < steady.length; m++) {
            double p = steady[m];
            double q = fading[m];
            double atEnd = p + q * h;
            if (p + q <= capacity && atEnd <= capacityAtEnd) {
                // Load is convex and capacity straight: below at both ends is below throughout, and adaptation follows
                // the load.
                double difference = p + q - adaptation[m];
                double x = q * toX;
                double y = difference - x;
                double differenceAtEnd = x * h + y * n;
                if (difference <= 0) {
                    felt[m] *= l;
                } else if (differenceAtEnd >= 0) {
                    felt[m] = felt[m] * l + x * drivenX + y * drivenY;
                } else {
                    felt[m] = feltUntilAdapted(felt[m], x, y, span);
                }
                adaptation[m] = atEnd - differenceAtEnd;
            } else {
                hard.advance(p, q, capacity, adaptation[m], felt[m], span);
                adaptation[m] = hard.adaptation();
                felt[m] = hard.felt();
            }
            fading[m] = q * h;
            injury[m] *= h;
        }
    }

    private double feltUntilAdapted(double z, double x, double y, double span) {
        double t = Math.log(-y / x) / (adapt - heal);
        double l = Math.exp(-feel * t);
        double driven = x * feel * (Math.exp(-heal * t) - l) / (feel - heal)
                + y * feel * (Math.exp(-adapt * t) - l) / (feel - adapt);
        return (z * l + driven) * Math.exp(-feel * (span - t));
    }

    /** Lets an event happen at the present age. */
    void meet(LifeEvent event) {
        switch (event) {
            case LifeEvent.Strike strike -> strike(strike);
            case LifeEvent.Arousal change -> arousal = change.level();
            case LifeEvent.Release release -> release(release);
        }
    }

    private void strike(LifeEvent.Strike strike) {
        double guarding = parameters.get(LifeParameter.GUARDING);
        double most = LifeParameter.HELD.high();
        int touched = 0;
        for (int m = 0; m < injury.length; m++) {
            double dose = strike.doses()[m] * strike.severity();
            if (dose > 0) {
                double hurt = (1 - injury[m]) * dose;
                injury[m] += hurt;
                // Saturating: what is added by small and by repeated events stays below the most a muscle can hold.
                double taken = parameters.get(LifeParameter.HELD) * dose * strike.intensity() / most;
                double more = (most - held[m]) * -Math.expm1(-taken);
                held[m] += more;
                columns[touched] = pull[m];
                toFading[touched] = guarding * hurt;
                toSteady[touched++] = more;
            }
        }
        add(touched, toFading, fading);
        add(touched, toSteady, steady);
    }

    /** Adds the first columns, each with its factor, four at a time. */
    private void add(int count, double[] factors, double[] to) {
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            double[] c0 = columns[k];
            double[] c1 = columns[k + 1];
            double[] c2 = columns[k + 2];
            double[] c3 = columns[k + 3];
            double f0 = factors[k];
            double f1 = factors[k + 1];
            double f2 = factors[k + 2];
            double f3 = factors[k + 3];
            for (int m = 0; m < to.length; m++) {
                to[m] += f0 * c0[m] + f1 * c1[m] + f2 * c2[m] + f3 * c3[m];
            }
        }
        for (; k < count; k++) {
            add(columns[k], factors[k], to);
        }
    }

    private void release(LifeEvent.Release release) {
        int muscle = release.muscle();
        double gone = release.extent() * held[muscle];
        held[muscle] -= gone;
        add(pull[muscle], -gone, steady);
        for (int m = 0; m < steady.length; m++) {
            steady[m] = Math.max(0, steady[m]);
        }
    }

    private static void add(double[] column, double factor, double[] to) {
        for (int m = 0; m < to.length; m++) {
            to[m] += factor * column[m];
        }
    }

    /** A copy of the state, with the pain that it makes in each region. */
    BodyState state(PainMapping mapping) {
        double amplified = 1 + parameters.get(LifeParameter.AROUSAL_AMPLIFIES) * arousal;
        double gain = parameters.get(LifeParameter.PAIN_GAIN) * amplified;
        double acute = parameters.get(LifeParameter.ACUTE_GAIN);
        double[] pain = new double[mapping.regions()];
        double[] guarding = new double[injury.length];
        double[] load = new double[injury.length];
        for (int m = 0; m < load.length; m++) {
            mapping.addFelt(m, gain * felt[m], pain);
            mapping.addUnder(m, acute * injury[m], pain);
            guarding[m] = parameters.get(LifeParameter.GUARDING) * injury[m];
            load[m] = steady[m] + fading[m];
        }
        for (int r = 0; r < pain.length; r++) {
            pain[r] = -10 * Math.expm1(-pain[r]);
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
                pain);
    }
}
