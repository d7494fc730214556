package org.stillpoint.practice.body;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.record.BadValue;
import org.stillpoint.strain.Carrier;
import org.stillpoint.strain.Explanation;
import org.stillpoint.strain.FeltPlace;
import org.stillpoint.strain.HeldContraction;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainParameter;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.strain.StrainPattern;

/** What the standard body does when muscles are held, and by which ways it does so. It is of nobody, so everybody may read it. */
public final class HoldReading {

    /** Greatest extent of a held contraction, as a share of fibre length. */
    public static final double GREATEST = HeldContraction.GREATEST;

    /** More contractions at once than anyone holds apart on a screen; bounds the work of one request. Own choice, 2026. */
    public static final int MOST_HELD = 20;

    /**
     * A muscle that is held.
     *
     * @param muscle its id in the atlas
     * @param extent as a share of fibre length, 0 to {@link #GREATEST}
     */
    public record HeldMuscle(MuscleId muscle, double extent) {}

    /** Where an effect is looked at. */
    public sealed interface EffectPlace {

        /** The tension of a muscle, by its id. */
        record MuscleTension(MuscleId id) implements EffectPlace {}

        /** The rotation of a joint, by its id. */
        record JointRotation(JointId id) implements EffectPlace {}
    }

    /**
     * What the body does, with slack lines let go.
     *
     * @param shapeFollows whether a contraction was so large that the shape of the body was let follow
     * @param tension extra tension of each muscle, share of its maximal force, in the order of the atlas
     * @param rotation of each joint about x, y, z in turn, rad, in the order of the atlas
     * @param slack how many lines and continuities went loose
     */
    public record HoldEffect(boolean shapeFollows, double[] tension, double[] rotation, int slack) {}

    /**
     * By which ways a held contraction reaches a place.
     *
     * @param effect per unit contraction: share of maximal force of a muscle, rad of a joint
     * @param ways the one that carries most first
     * @param carriers what carries most first
     * @param rest share of posture control, ground, weight and resting tension together
     */
    public record Explained(double effect, List<LoadWay> ways, List<CarrierShare> carriers, double rest) {}

    /**
     * One way.
     *
     * @param start id of the segment where it starts, or {@link RouteLine#GROUND}
     * @param share what its weakest element carries
     * @param path x, y, z in turn, m, from the held muscle to the place
     */
    public record LoadWay(String start, double share, List<Leg> legs, double[] path) {}

    /**
     * From one segment to the next, by their ids.
     *
     * @param share of the element in the whole effect; below 0: it works against it
     */
    public record Leg(String from, Carrier by, String to, double share) {}

    /** An element and its share, as in {@link Leg}. */
    public record CarrierShare(Carrier by, double share) {}

    private final StandardBody body;

    public HoldReading(StandardBody body) {
        this.body = body;
    }

    /** Extent up to which the answer in proportion is as good as the exact one, as a share of fibre length. */
    public double inProportionUpTo() {
        return StrainParameters.standard().get(StrainParameter.LARGE_CONTRACTION);
    }

    /** Extent beyond which a held muscle's own tension is an extrapolation, as a share of fibre length. */
    public double knownUpTo() {
        return StrainParameters.standard().get(StrainParameter.SHORT_RANGE);
    }

    /**
     * @param without grades of fascia that are left out
     * @throws BadValue if a muscle is unknown or named twice, an extent is outside its range, or there are too many
     */
    public HoldEffect hold(List<HeldMuscle> held, Set<Evidence> without) {
        StrainPattern pattern = body.network(without).hold(contractions(held));
        double[] tension = pattern.muscles().stream()
                .mapToDouble(muscle -> muscle.tensionChange())
                .toArray();
        double[] rotation = new double[3 * pattern.joints().size()];
        for (int j = 0; j < pattern.joints().size(); j++) {
            var turned = pattern.joints().get(j).rotation();
            rotation[3 * j] = turned.x();
            rotation[3 * j + 1] = turned.y();
            rotation[3 * j + 2] = turned.z();
        }
        return new HoldEffect(
                pattern.method() == StrainPattern.Method.RELINEARISED,
                tension,
                rotation,
                pattern.slack().size());
    }

    private List<HeldContraction> contractions(List<HeldMuscle> held) {
        if (held.isEmpty() || held.size() > MOST_HELD) {
            throw new BadValue("held contractions", String.valueOf(held.size()), "1 to " + MOST_HELD);
        }
        Set<String> seen = new HashSet<>();
        for (HeldMuscle one : held) {
            if (body.atlas().muscles().find(one.muscle().value()).isEmpty()
                    || !seen.add(one.muscle().value())) {
                throw new BadValue(
                        "held muscle", "of " + one.muscle().value().length() + " characters", "one of the atlas, once");
            }
            if (!(one.extent() >= 0 && one.extent() <= GREATEST)) {
                throw new BadValue("extent", String.valueOf(one.extent()), "0 to " + GREATEST);
            }
        }
        return held.stream()
                .map(one -> new HeldContraction(one.muscle(), one.extent()))
                .toList();
    }

    /** @throws BadValue if the muscle or the place is none of the atlas */
    public Explained explain(MuscleId muscle, EffectPlace to, Set<Evidence> without) {
        FeltPlace place =
                switch (to) {
                    case EffectPlace.MuscleTension(MuscleId id) -> new FeltPlace.OfMuscle(id);
                    case EffectPlace.JointRotation(JointId id) -> new FeltPlace.OfJoint(id);
                };
        try {
            return explained(body.network(without).explain(muscle, place));
        } catch (NoSuchElementException | IllegalArgumentException unknown) {
            throw new BadValue("way", "to a place of " + id(to).length() + " characters", "between two of the atlas");
        }
    }

    private static String id(EffectPlace place) {
        return switch (place) {
            case EffectPlace.MuscleTension(MuscleId id) -> id.value();
            case EffectPlace.JointRotation(JointId id) -> id.value();
        };
    }

    private Explained explained(Explanation explanation) {
        return new Explained(
                explanation.effect(),
                explanation.routes().stream()
                        .map(route -> new LoadWay(
                                route.start(),
                                route.weakest(),
                                route.steps().stream()
                                        .map(step -> new Leg(step.from(), step.by(), step.to(), step.share()))
                                        .toList(),
                                path(explanation, route)))
                        .toList(),
                explanation.carriers().stream()
                        .map(carrier -> new CarrierShare(carrier.carrier(), carrier.share()))
                        .toList(),
                explanation.rest());
    }

    private double[] path(Explanation explanation, Explanation.LoadRoute route) {
        Atlas atlas = body.atlas();
        RouteLine line = new RouteLine(atlas).along(explanation.muscle().value(), route.start());
        String end = route.start();
        for (Explanation.Step step : route.steps()) {
            line.by(step.by(), step.from(), step.to());
            end = step.to();
        }
        switch (explanation.place()) {
            case FeltPlace.OfMuscle(MuscleId muscle) -> line.outAlong(muscle.value(), end);
            case FeltPlace.OfJoint(JointId joint) ->
                line.to(atlas.joints().get(joint.value()).centre());
            case FeltPlace.OfSegment segment ->
                line.to(atlas.bodies().get(segment.id()).centreOfMass());
        }
        return line.coordinates();
    }

    /**
     * What each muscle does to the tension of every other: row by row, both in the order of the atlas; share of maximal force per
     * unit contraction.
     */
    public double[] tensions(Set<Evidence> without) {
        return body.influence(without).tension();
    }

    /** What each muscle does to every joint: a row for each axis (x, y, z) of each joint, rad per unit contraction. */
    public double[] rotations(Set<Evidence> without) {
        Influence influence = body.influence(without);
        int muscles = influence.muscles().size();
        double[] rotations = new double[3 * influence.joints().size() * muscles];
        for (int joint = 0; joint < influence.joints().size(); joint++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int by = 0; by < muscles; by++) {
                    rotations[(3 * joint + axis) * muscles + by] = influence.rotation(joint, axis, by);
                }
            }
        }
        return rotations;
    }
}
