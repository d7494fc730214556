package org.stillpoint.app.bench;

import java.util.List;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.NotPositiveDefiniteException;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainParameters;

/** Bodies and pain maps other than those that the trace knows, by the words of {@code --perturb}. */
final class Perturbed {
    /** Those that the whole table shows. */
    static final List<String> USUAL = List.of(
            "muscles=0.4",
            "muscles=0.5",
            "muscles=2",
            "muscles=2.5",
            "joints=0.5",
            "joints=2",
            "fascia=none",
            "pulls=dropped:0.1",
            "map=lognormal:0.35",
            "referral=none");

    private Perturbed() {}

    /** @throws BadInput if the words are none of those allowed, or nothing holds such a body upright */
    static TissueMemory of(String words, StandardBody standard, long seed) {
        StrainParameters body = StrainParameters.standard();
        TissueMemory same = standard.memory();
        PainMapping mapping = same.mapping();
        String what = words.substring(0, Math.max(0, words.indexOf('=')));
        String value = words.substring(words.indexOf('=') + 1);
        try {
            return switch (what) {
                case "muscles" ->
                    of(standard, body.with(StrainParameter.MUSCLE_STIFFNESS_FACTOR, Double.parseDouble(value)));
                case "joints" ->
                    of(standard, body.with(StrainParameter.JOINT_STIFFNESS_FACTOR, Double.parseDouble(value)));
                case "fascia" -> {
                    only(value, "none");
                    StrainParameters none = body;
                    for (Evidence grade : StandardBody.GRADES) {
                        none = none.withoutFascia(grade);
                    }
                    yield of(standard, none);
                }
                case "map" -> memory(standard, mapping.withSharesPerturbed(after(value, "lognormal:"), seed));
                case "referral" -> {
                    only(value, "none");
                    yield memory(standard, mapping.withReferredShare(0));
                }
                case "pulls" -> same.withPullsDropped(after(value, "dropped:"), seed);
                default -> throw new IllegalArgumentException(what);
            };
        } catch (IllegalArgumentException e) {
            throw new BadInput(
                    Problem.ofValue(
                            "--perturb",
                            words,
                            "is none of muscles=F, joints=F, fascia=none, map=lognormal:S, referral=none, pulls=dropped:SHARE with F from 0.1 to 10, S from 0 to 3, SHARE from 0 to 1"));
        }
    }

    /**
     * A weak body stands as its owner would: held the more by posture control, doubled until half of it would do, as in the standard body. One
     * that stands by a hair is no person: everything moves it.
     */
    private static TissueMemory of(StandardBody standard, StrainParameters parameters) {
        double control = parameters.get(StrainParameter.SWAY_CONTROL);
        while (!stands(standard, parameters.with(StrainParameter.SWAY_CONTROL, control / 2))) {
            control *= 2;
        }
        StrainParameters held = parameters.with(StrainParameter.SWAY_CONTROL, control);
        return TissueMemory.of(
                standard.memory().mapping(), standard.network().with(held).influence());
    }

    private static boolean stands(StandardBody standard, StrainParameters parameters) {
        try {
            return standard.network().with(parameters).degreesOfFreedom() > 0;
        } catch (NotPositiveDefiniteException e) {
            return false;
        }
    }

    private static TissueMemory memory(StandardBody standard, PainMapping mapping) {
        return TissueMemory.of(mapping, standard.network().influence());
    }

    private static double after(String value, String start) {
        if (!value.startsWith(start)) {
            throw new IllegalArgumentException(value);
        }
        return Double.parseDouble(value.substring(start.length()));
    }

    private static void only(String value, String allowed) {
        if (!value.equals(allowed)) {
            throw new IllegalArgumentException(value);
        }
    }
}
