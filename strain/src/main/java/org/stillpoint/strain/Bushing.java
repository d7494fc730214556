package org.stillpoint.strain;

/**
 * The geometry of an elastic connection between two nodes, or a node and the ground: translation springs along and rotation
 * springs about the axes of the atlas, at one place.
 */
final class Bushing {

    /** In place of the parent: the connection is to the ground. */
    static final int GROUND = -1;

    final Carrier carrier;
    /** Node, or {@link #GROUND}. */
    final int parent;

    final int child;
    /** Place relative to the parent's centre; of the ground: zero. */
    final double[] parentArm;
    /** Place relative to the child's centre. */
    final double[] childArm;

    /**
     * A connection at a place.
     *
     * @param place m
     * @param centres of all nodes, three numbers each, m
     */
    static Bushing at(Carrier carrier, int parent, int child, double[] place, double[] centres) {
        double[] parentArm = parent == GROUND ? place.clone() : arm(place, centres, parent);
        return new Bushing(carrier, parent, child, parentArm, arm(place, centres, child));
    }

    private Bushing(Carrier carrier, int parent, int child, double[] parentArm, double[] childArm) {
        this.carrier = carrier;
        this.parent = parent;
        this.child = child;
        this.parentArm = parentArm;
        this.childArm = childArm;
    }

    /** The same connection with its arms turned as its nodes have turned. */
    Bushing moved(Pose pose) {
        double[] from = parent == GROUND ? parentArm : pose.arm(parent, parentArm, 0);
        return new Bushing(carrier, parent, child, from, pose.arm(child, childArm, 0));
    }

    private static double[] arm(double[] place, double[] centres, int node) {
        return new double[] {
            place[0] - centres[3 * node], place[1] - centres[3 * node + 1], place[2] - centres[3 * node + 2]
        };
    }

    /**
     * Small displacement of the child against the parent.
     *
     * @param u six numbers a node
     * @param ground motion of the ground about the origin, six numbers
     * @return translation along x, y, z in m, then rotation about x, y, z in rad
     */
    double[] deformation(double[] u, double[] ground) {
        double[] d = new double[6];
        add(d, u, 6 * child, childArm, 1);
        add(d, parent == GROUND ? ground : u, parent == GROUND ? 0 : 6 * parent, parentArm, -1);
        return d;
    }

    private static void add(double[] d, double[] u, int at, double[] r, double sign) {
        d[0] += sign * (u[at] + u[at + 4] * r[2] - u[at + 5] * r[1]);
        d[1] += sign * (u[at + 1] + u[at + 5] * r[0] - u[at + 3] * r[2]);
        d[2] += sign * (u[at + 2] + u[at + 3] * r[1] - u[at + 4] * r[0]);
        d[3] += sign * u[at + 3];
        d[4] += sign * u[at + 4];
        d[5] += sign * u[at + 5];
    }

    /**
     * Adds the forces and moments on both nodes' centres of a load that acts on the child and, reversed, on the parent.
     *
     * @param load force x, y, z in N, then moment in N m
     */
    void spread(double[] load, double sign, double[] forces) {
        spread(load, sign, childArm, 6 * child, forces);
        if (parent != GROUND) {
            spread(load, -sign, parentArm, 6 * parent, forces);
        }
    }

    private static void spread(double[] load, double sign, double[] r, int at, double[] forces) {
        forces[at] += sign * load[0];
        forces[at + 1] += sign * load[1];
        forces[at + 2] += sign * load[2];
        forces[at + 3] += sign * (load[3] + r[1] * load[2] - r[2] * load[1]);
        forces[at + 4] += sign * (load[4] + r[2] * load[0] - r[0] * load[2]);
        forces[at + 5] += sign * (load[5] + r[0] * load[1] - r[1] * load[0]);
    }
}
