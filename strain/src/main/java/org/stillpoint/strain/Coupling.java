package org.stillpoint.strain;

import java.util.List;

/**
 * How strongly two loads are coupled by the body, without a unit: {@code |b1 C b2| / sqrt((b1 C b1)(b2 C b2))} with the
 * compliance {@code C = K^-1}. 0: neither is felt in the other; 1: each moves the body exactly as the other does. It is the same
 * both ways, and makes a muscle's tension, a joint's rotation and a segment's tilt comparable.
 */
final class Coupling {

    private final StrainNetwork network;

    Coupling(StrainNetwork network) {
        this.network = network;
    }

    /** Between the sums of two lists of loads; 0 where one of them does nothing. */
    double between(List<Load> one, List<Load> other) {
        double[] a = forces(one);
        double[] b = forces(other);
        double[] ca = network.factor().solve(a);
        double[] cb = network.factor().solve(b);
        double size = dot(a, ca) * dot(b, cb);
        return size > 0 ? Math.abs(mutual(one, other, a, b, ca)) / Math.sqrt(size) : 0;
    }

    /** How much the second list's answer moves, with its sign, by a unit of the first. */
    double answer(List<Load> one, List<Load> other) {
        double[] a = forces(one);
        return mutual(one, other, a, forces(other), network.factor().solve(a));
    }

    /** A lift loads the whole body: muscles hold it upright, and each side is answered under the other's load. */
    private double mutual(List<Load> one, List<Load> other, double[] a, double[] b, double[] ca) {
        if (one.stream().anyMatch(l -> l instanceof Load.LiftLoad)) {
            return dot(b, posture().steady(a));
        }
        if (other.stream().anyMatch(l -> l instanceof Load.LiftLoad)) {
            return dot(a, posture().steady(b));
        }
        return dot(b, ca);
    }

    private Posture posture() {
        return new Posture(network);
    }

    private double[] forces(List<Load> loads) {
        double[] forces = new double[network.degreesOfFreedom()];
        loads.forEach(l -> add(l, forces));
        return forces;
    }

    private void add(Load load, double[] forces) {
        Framework f = network.framework();
        switch (load) {
            case Load.MuscleLoad m -> {
                int muscle = f.atlas.muscles().indexOf(m.muscle().value());
                for (int i = 0; i < f.pulls.size(); i++) {
                    Pull p = f.pulls.get(i);
                    double length = (p.muscle == muscle ? p.fibreLength : 0)
                            + (p.otherMuscle == muscle ? p.otherFibreLength : 0);
                    StrainNetwork.addPull(p, -network.stiffness().pull[i] * length, forces);
                }
            }
            case Load.ContinuityLoad c -> {
                for (int i = 0; i < f.pulls.size(); i++) {
                    if (f.pulls.get(i).carrier.id().equals(c.link())) {
                        StrainNetwork.addPull(f.pulls.get(i), -network.stiffness().pull[i], forces);
                    }
                }
            }
            case Load.JointLoad j -> {
                int at = f.jointOf.indexOf(f.atlas.joints().get(j.joint().value()));
                if (at >= 0) {
                    f.bushings.get(at).spread(unit(j.axis(), j.sign()), 1, forces);
                }
            }
            case Load.SegmentPairLoad b -> {
                forces[6 * f.node(b.to()) + b.axis().ordinal()] += b.sign();
                forces[6 * f.node(b.from()) + b.axis().ordinal()] -= b.sign();
            }
            case Load.LiftLoad l -> {
                for (int i = 0; i < f.bushings.size(); i++) {
                    Bushing bushing = f.bushings.get(i);
                    if (bushing.carrier instanceof Carrier.Ground
                            && f.segments.get(bushing.child).side() == l.side()) {
                        double k = network.stiffness().bushing[6 * i + 1];
                        bushing.spread(new double[] {0, k, 0, 0, 0, 0}, 1, forces);
                    }
                }
            }
            case Load.OnSegment s -> forces[6 * f.node(s.segment()) + s.axis().ordinal()] += s.sign();
        }
    }

    private static double[] unit(Load.AtlasAxis axis, int sign) {
        double[] load = new double[6];
        load[axis.ordinal()] = sign;
        return load;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
