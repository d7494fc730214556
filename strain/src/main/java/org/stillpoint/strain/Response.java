package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.Side;
import org.stillpoint.strain.StrainPattern.JointStrain;
import org.stillpoint.strain.StrainPattern.Method;
import org.stillpoint.strain.StrainPattern.MuscleStrain;

/** Computes a strain pattern and puts it into words of the atlas. */
final class Response {

    private final StrainNetwork network;
    private final Framework framework;
    private final Stiffness stiffness;
    private final double[] shortening;
    private final double largest;

    Response(StrainNetwork network, List<HeldContraction> held) {
        this.network = network;
        framework = network.framework();
        stiffness = network.stiffness();
        Map<Integer, Double> contraction = new HashMap<>();
        for (HeldContraction one : held) {
            contraction.merge(framework.atlas.muscles().indexOf(one.muscle().value()), one.extent(), Double::sum);
        }
        shortening = stiffness.shortening(contraction);
        largest = contraction.values().stream().mapToDouble(c -> c).max().orElse(0);
    }

    StrainPattern pattern() {
        return largest > network.parameters().get(StrainParameter.LARGE_CONTRACTION) ? relinearised() : small();
    }

    private StrainPattern small() {
        double[] u = linear();
        Slackness slackness = new Slackness(network, u, shortening);
        boolean[] slack = slackness.settle();
        double[] stretch = new double[slack.length];
        for (int i = 0; i < stretch.length; i++) {
            stretch[i] = framework.pulls.get(i).stretch(u);
        }
        double[] still = new double[6];
        double[][] joints = new double[framework.bushings.size()][];
        for (int i = 0; i < joints.length; i++) {
            joints[i] = framework.bushings.get(i).deformation(u, still);
        }
        List<String> loose = loose(slack);
        return patternOf(
                loose.isEmpty() ? Method.LINEAR : Method.ACTIVE_SET, slackness.tension(), stretch, joints, loose);
    }

    /** Displacements while every line can push as well as pull. */
    double[] linear() {
        double[] forces = new double[network.degreesOfFreedom()];
        for (int i = 0; i < shortening.length; i++) {
            if (shortening[i] != 0) {
                StrainNetwork.addPull(framework.pulls.get(i), -stiffness.pull[i] * shortening[i], forces);
            }
        }
        return network.factor().solve(forces);
    }

    /** The body on uneven ground, held upright by its muscles. */
    static Stance stance(StrainNetwork network, List<Lift> lifts) {
        Response response = new Response(network, List.of());
        Framework framework = response.framework;
        double[] forces = new double[network.degreesOfFreedom()];
        for (int i = 0; i < framework.bushings.size(); i++) {
            Bushing b = framework.bushings.get(i);
            if (b.carrier instanceof Carrier.Ground) {
                double height = lift(lifts, framework.segments.get(b.child).side());
                b.spread(new double[] {0, response.stiffness.bushing[6 * i + 1] * height, 0, 0, 0, 0}, 1, forces);
            }
        }
        Posture.Upright answer = new Posture(network).under(forces);
        double[] tension = new double[framework.pulls.size()];
        double[] stretch = new double[tension.length];
        boolean[] slack = new boolean[tension.length];
        for (int i = 0; i < tension.length; i++) {
            stretch[i] = framework.pulls.get(i).stretch(answer.u());
            double pull = response.stiffness.tension[i] + response.stiffness.pull[i] * stretch[i] + answer.tone()[i];
            slack[i] = response.stiffness.tension[i] > 0 && pull <= LOOSE;
            tension[i] = Math.max(0, pull);
        }
        double[][] joints = new double[framework.bushings.size()][];
        for (int i = 0; i < joints.length; i++) {
            joints[i] = framework.bushings.get(i).deformation(answer.u(), new double[6]);
        }
        double towardsLower = lift(lifts, Side.RIGHT) > lift(lifts, Side.LEFT) ? -1 : 1;
        return new Stance(
                response.patternOf(Method.UPRIGHT, tension, stretch, joints, response.loose(slack)),
                response.landmarks(answer.u(), towardsLower));
    }

    /** Tension below which a line counts as slack, N. */
    private static final double LOOSE = 1e-6;

    private static double lift(List<Lift> lifts, Side side) {
        return lifts.stream()
                .filter(l -> l.side() == side)
                .mapToDouble(Lift::metres)
                .sum();
    }

    private Stance.Landmarks landmarks(double[] u, double sign) {
        int sacrum = 6 * framework.node("sacrum");
        int c7 = 6 * framework.node("cervical_vertebra_7");
        int t1 = 6 * framework.node("thoracic_vertebra_1");
        double mass = 0;
        double moment = 0;
        for (int i = 0; i < framework.segments.size(); i++) {
            double m = framework.segments.get(i).massKg();
            mass += m;
            moment += m * u[6 * i + 2];
        }
        return new Stance.Landmarks(
                sign * (u[c7 + 2] - u[sacrum + 2]), sign * u[sacrum + 3], sign * u[t1 + 3], sign * moment / mass);
    }

    private StrainPattern relinearised() {
        Relinearised solver = new Relinearised(network, shortening, true);
        Pose pose = solver.solve();
        double[] tension = solver.body().tension(pose);
        boolean[] slack = new boolean[tension.length];
        double[] stretch = new double[tension.length];
        for (int i = 0; i < tension.length; i++) {
            slack[i] = tension[i] == 0 && stiffness.tension[i] > 0;
            stretch[i] = solver.body().length(framework.pulls.get(i), pose) - framework.pulls.get(i).length;
        }
        double[][] joints = new double[framework.bushings.size()][];
        for (int i = 0; i < joints.length; i++) {
            joints[i] = solver.body().deformation(framework.bushings.get(i), pose);
        }
        return patternOf(Method.RELINEARISED, tension, stretch, joints, loose(slack));
    }

    private List<String> loose(boolean[] slack) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < slack.length; i++) {
            if (slack[i]) {
                ids.add(framework.pulls.get(i).carrier.id());
            }
        }
        return ids;
    }

    private StrainPattern patternOf(
            Method method, double[] tension, double[] stretch, double[][] deformation, List<String> slack) {
        int count = stiffness.capacity.length;
        double[] work = new double[count];
        double[] longer = new double[count];
        for (int i = 0; i < tension.length; i++) {
            Pull p = framework.pulls.get(i);
            double change = tension[i] - stiffness.tension[i];
            MuscleLine line = framework.lineOf.get(i);
            if (p.muscle >= 0) {
                work[p.muscle] += p.fibreLength * change;
            }
            if (p.otherMuscle >= 0) {
                work[p.otherMuscle] += p.otherFibreLength * change;
            }
            if (line != null) {
                longer[p.muscle] += line.maxForceN() * network.physique().forceScale() * stretch[i];
            }
        }
        List<MuscleStrain> muscles = new ArrayList<>();
        List<Muscle> names = framework.atlas.muscles().list();
        for (int m = 0; m < count; m++) {
            double capacity = stiffness.capacity[m];
            if (capacity > 0) {
                muscles.add(
                        new MuscleStrain(new MuscleId(names.get(m).id()), work[m] / capacity, longer[m] / capacity));
            }
        }
        return new StrainPattern(method, muscles, joints(deformation), slack);
    }

    private List<JointStrain> joints(double[][] deformation) {
        List<JointStrain> joints = new ArrayList<>();
        for (int j = 0; j < deformation.length; j++) {
            Joint joint = framework.jointOf.get(j);
            if (joint != null) {
                double[] d = deformation[j];
                joints.add(new JointStrain(
                        new JointId(joint.id()),
                        new Point(d[3], d[4], d[5]),
                        new Point(d[0], d[1], d[2]),
                        size(d, j, 3),
                        size(d, j, 0)));
            }
        }
        return joints;
    }

    private double size(double[] d, int bushing, int from) {
        double sum = 0;
        for (int c = from; c < from + 3; c++) {
            double f = stiffness.bushing[6 * bushing + c] * d[c];
            sum += f * f;
        }
        return Math.sqrt(sum);
    }
}
