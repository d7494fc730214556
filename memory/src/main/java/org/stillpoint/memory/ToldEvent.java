package org.stillpoint.memory;

import java.util.List;
import java.util.OptionalDouble;
import org.stillpoint.anatomy.RegionCode;

/**
 * A trauma event as a client told it; never anything else.
 *
 * @param id names the event in answers
 * @param mechanism direction of impact, site of surgery or kind of experience, as in {@link Bracing#mechanisms}; empty where not told
 * @param places pain regions that were struck or that braced
 * @param severity how hard it struck, 0 to 10; empty where it is not known
 * @param intensity how strongly it was felt, 0 to 10; empty where it is not known
 */
public record ToldEvent(
        String id,
        TraumaKind kind,
        String mechanism,
        List<RegionCode> places,
        OptionalDouble severity,
        OptionalDouble intensity) {

    /**
     * What a score that is not known is taken as where one number is needed, as a share of the most: the mean over all that it can
     * be, each as likely. What rests on it says so and gives the range. Assumed, 2026.
     */
    public static final double NOT_KNOWN = 0.5;

    /** Checks ranges and copies the list. */
    public ToldEvent {
        places = List.copyOf(places);
        check("severity", severity, id);
        check("intensity", intensity, id);
    }

    /** An event of which both scores are known. */
    public ToldEvent(
            String id, TraumaKind kind, String mechanism, List<RegionCode> places, double severity, double intensity) {
        this(id, kind, mechanism, places, OptionalDouble.of(severity), OptionalDouble.of(intensity));
    }

    /** How hard it struck, 0 to 1: on average, where it is not known. */
    public double expectedSeverity() {
        return share(severity);
    }

    /** How strongly it was felt, 0 to 1: on average, where it is not known. */
    public double expectedIntensity() {
        return share(intensity);
    }

    private static double share(OptionalDouble score) {
        return score.isPresent() ? score.getAsDouble() / 10 : NOT_KNOWN;
    }

    private static void check(String name, OptionalDouble score, String id) {
        if (score.isPresent() && !(score.getAsDouble() >= 0 && score.getAsDouble() <= 10)) {
            throw new IllegalArgumentException(
                    name + " of event " + id + " is " + score.getAsDouble() + "; range 0 to 10");
        }
    }
}
