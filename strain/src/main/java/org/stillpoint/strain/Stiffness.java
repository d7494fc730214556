package org.stillpoint.strain;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.Point;

/** How stiff and how tense each element of a framework is, for one person and one set of parameters. Immutable. */
final class Stiffness {

    /** Of each pull, N/m. */
    final double[] pull;
    /** Resting tension of each pull, N. */
    final double[] tension;
    /** Of each bushing: along x, y, z in N/m, then about x, y, z in N m/rad. */
    final double[] bushing;
    /** Weight of each node, N. */
    final double[] weight;
    /** For each muscle, the sum over its lines of force times fibre length, N m. */
    final double[] capacity;

    private final Framework framework;
    private final Physique physique;
    private final StrainParameters parameters;

    Stiffness(Framework framework, Physique physique, StrainParameters parameters) {
        this.framework = framework;
        this.physique = physique;
        this.parameters = parameters;
        int nodes = framework.segments.size();
        pull = new double[framework.pulls.size()];
        tension = new double[framework.pulls.size()];
        bushing = new double[6 * framework.bushings.size()];
        weight = new double[nodes];
        capacity = new double[framework.atlas.muscles().size()];
        for (int i = 0; i < nodes; i++) {
            weight[i] = framework.segments.get(i).massKg() * physique.massScale() * get(StrainParameter.GRAVITY);
        }
        setPulls();
        setBushings();
    }

    private double get(StrainParameter parameter) {
        return parameters.get(parameter);
    }

    private void setPulls() {
        for (int i = 0; i < pull.length; i++) {
            MuscleLine line = framework.lineOf.get(i);
            Scar scar = framework.scarOf.get(i);
            if (line != null) {
                pull[i] = line(line);
                tension[i] = get(StrainParameter.TONE) * line.maxForceN() * physique.forceScale();
                capacity[framework.pulls.get(i).muscle] +=
                        line.maxForceN() * physique.forceScale() * framework.pulls.get(i).fibreLength;
            } else if (scar != null) {
                pull[i] = scar.stiffnessNPerM();
            } else {
                setContinuity(i);
            }
        }
    }

    /** Fibre at resting tone in series with its tendon, N/m. */
    private double line(MuscleLine line) {
        double force = line.maxForceN() * physique.forceScale();
        double fibre = get(StrainParameter.SHORT_RANGE_STIFFNESS)
                * get(StrainParameter.TONE)
                * force
                / (line.fibreLengthM() * physique.lengthScale());
        double slack = line.tendonLengthM() * physique.lengthScale();
        double compliance = 1 / fibre + slack / (force * tendon(get(StrainParameter.TONE)));
        return get(StrainParameter.MUSCLE_STIFFNESS_FACTOR) / compliance;
    }

    /** Slope of the tendon's force by its strain at a force, both as fractions of maximal force (Thelen 2003). */
    private double tendon(double force) {
        double shape = get(StrainParameter.TENDON_TOE_SHAPE);
        double toe = get(StrainParameter.TENDON_TOE_FORCE);
        double toeStrain = get(StrainParameter.TENDON_TOE_SHARE) * get(StrainParameter.TENDON_STRAIN);
        return shape / toeStrain * (Math.min(force, toe) + toe / Math.expm1(shape));
    }

    private void setContinuity(int i) {
        Evidence evidence = framework.evidence(i);
        FascialPath path = framework.pathOf.get(i);
        FascialLink link = framework.linkOf.get(i);
        double share = get(StrainParameter.FASCIAL_SHARE);
        if (path == null
                || link == null
                || evidence == null
                || !parameters.fascia().contains(evidence)
                || share == 0) {
            return;
        }
        double gap = Math.max(SHORTEST_GAP, link.start().distanceTo(link.end())) * physique.lengthScale();
        double compliance = gap / get(StrainParameter.FASCIAL_STIFFNESS);
        double force = Double.POSITIVE_INFINITY;
        for (MuscleLine line : ends(path)) {
            Muscle muscle = framework.atlas.muscles().get(line.muscle());
            compliance +=
                    1 / (share * muscle.lines().stream().mapToDouble(this::line).sum());
            force = Math.min(force, muscle.maxForceN() * physique.forceScale());
        }
        if (force < Double.POSITIVE_INFINITY) {
            pull[i] = 1 / compliance;
            tension[i] = share * get(StrainParameter.TONE) * force;
        }
    }

    /** Shortest free length of a continuity, m: muscles whose ends coincide are joined by about a centimetre of tissue. */
    private static final double SHORTEST_GAP = 0.01;

    private static List<MuscleLine> ends(FascialPath path) {
        @Nullable MuscleLine from = path.from();
        @Nullable MuscleLine to = path.to();
        if (from == null) {
            return to == null ? List.of() : List.of(to);
        }
        return to == null ? List.of(from) : List.of(from, to);
    }

    private void setBushings() {
        double body = framework.atlas.bodies().list().stream()
                        .mapToDouble(s -> s.massKg())
                        .sum()
                * physique.massScale();
        double height = centreHeight(framework.atlas) * physique.lengthScale();
        double sway = get(StrainParameter.SWAY_CONTROL) * get(StrainParameter.GRAVITY) / height;
        for (int i = 0; i < framework.bushings.size(); i++) {
            int at = 6 * i;
            Bushing b = framework.bushings.get(i);
            Joint joint = framework.jointOf.get(i);
            if (joint != null) {
                setJoint(joint, at);
            } else if (b.carrier instanceof Carrier.Ground) {
                double size = body / Physique.STANDARD_MASS_KG / physique.lengthScale();
                bushing[at] = get(StrainParameter.GROUND_SHEAR) * size;
                bushing[at + 1] = get(StrainParameter.GROUND_VERTICAL) * size;
                bushing[at + 2] = get(StrainParameter.GROUND_SHEAR) * size;
            } else if (b.carrier.id().equals("head_righting")) {
                bushing[at + 3] = get(StrainParameter.HEAD_RIGHTING);
                bushing[at + 4] = get(StrainParameter.HEAD_RIGHTING);
                bushing[at + 5] = get(StrainParameter.HEAD_RIGHTING);
            } else {
                double mass = framework.segments.get(b.child).massKg() * physique.massScale();
                bushing[at] = sway * mass;
                bushing[at + 2] = sway * mass;
            }
        }
    }

    private void setJoint(Joint joint, int at) {
        double factor = get(StrainParameter.JOINT_STIFFNESS_FACTOR)
                * (physique.fused().contains(new JointId(joint.id())) ? get(StrainParameter.FUSION_FACTOR) : 1);
        double along = factor * physique.massScale() / physique.lengthScale();
        double about = factor * physique.massScale() * physique.lengthScale();
        put(joint.translation(), along, at);
        put(joint.rotation(), about, at + 3);
    }

    private void put(Point stiffness, double factor, int at) {
        bushing[at] = stiffness.x() * factor;
        bushing[at + 1] = stiffness.y() * factor;
        bushing[at + 2] = stiffness.z() * factor;
    }

    private static double centreHeight(Atlas atlas) {
        double mass = 0;
        double moment = 0;
        for (var segment : atlas.bodies().list()) {
            mass += segment.massKg();
            moment += segment.massKg() * segment.centreOfMass().y();
        }
        return moment / mass;
    }

    /** Contractions as shortening of each pull's rest length, m. */
    double[] shortening(Map<Integer, Double> contraction) {
        double[] delta = new double[pull.length];
        for (int i = 0; i < delta.length; i++) {
            Pull p = framework.pulls.get(i);
            delta[i] = contraction.getOrDefault(p.muscle, 0.0) * p.fibreLength
                    + contraction.getOrDefault(p.otherMuscle, 0.0) * p.otherFibreLength;
        }
        return delta;
    }
}
