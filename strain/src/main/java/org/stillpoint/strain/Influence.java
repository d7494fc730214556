package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;

/**
 * What a small held contraction of each named muscle does to every other muscle and to the joints.
 *
 * <p>The tension of a named muscle is the mean over its lines of extra tension, weighted by fibre length, as a fraction of the
 * maximal force: {@code S_mn = sum_l L0_l t_l / sum_l L0_l F0_l} per unit contraction of muscle {@code n} (1 = a whole fibre
 * length). Continuities that take up fibres of the muscle count with their own tension. These weights make the measure the
 * work partner of the contraction, so that Maxwell-Betti reciprocity holds between named muscles: {@code S_mn C_m = S_nm C_n}
 * with the capacity {@code C = sum_l L0_l F0_l}. Immutable; holds less than 1 MB.
 */
public final class Influence {

    private final List<MuscleId> muscles;
    private final List<JointId> joints;
    /** Lower triangle of the symmetric matrix S_mn C_m, row by row, N m. */
    private final double[] work;

    private final double[] capacity;
    /** Rotation of each joint about x, y, z by each muscle, rad per unit contraction. */
    private final float[] rotation;

    private Influence(
            List<MuscleId> muscles, List<JointId> joints, double[] work, double[] capacity, float[] rotation) {
        this.muscles = List.copyOf(muscles);
        this.joints = List.copyOf(joints);
        this.work = work;
        this.capacity = capacity;
        this.rotation = rotation;
    }

    static Influence of(StrainNetwork network) {
        Framework f = network.framework();
        Stiffness s = network.stiffness();
        int count = network.muscles().size();
        int dof = network.degreesOfFreedom();
        double[] own = new double[packed(count, 0)];
        List<SparseColumn> columns = new ArrayList<>();
        for (int m = 0; m < count; m++) {
            columns.add(new SparseColumn());
        }
        for (int i = 0; i < f.pulls.size(); i++) {
            Pull p = f.pulls.get(i);
            double k = s.pull[i];
            if (k == 0) {
                continue;
            }
            addOwn(own, p.muscle, p.muscle, k * p.fibreLength * p.fibreLength);
            addOwn(own, p.otherMuscle, p.otherMuscle, k * p.otherFibreLength * p.otherFibreLength);
            double twice = p.muscle == p.otherMuscle ? 2 : 1;
            addOwn(own, p.muscle, p.otherMuscle, twice * k * p.fibreLength * p.otherFibreLength);
            if (p.muscle >= 0) {
                columns.get(p.muscle).add(p, k * p.fibreLength);
            }
            if (p.otherMuscle >= 0) {
                columns.get(p.otherMuscle).add(p, k * p.otherFibreLength);
            }
        }
        double[][] response = new double[dof][count];
        for (int m = 0; m < count; m++) {
            columns.get(m).scatter(response, m);
        }
        network.factor().solve(response);
        double[] row = new double[count];
        for (int m = 0; m < count; m++) {
            columns.get(m).dot(response, m + 1, row);
            int at = packed(m, 0);
            for (int n = 0; n <= m; n++) {
                own[at + n] -= row[n];
            }
        }
        List<JointId> joints = new ArrayList<>();
        float[] rotation = rotations(f, response, count, joints);
        return new Influence(network.muscles(), joints, own, s.capacity, rotation);
    }

    private static void addOwn(double[] own, int m, int n, double value) {
        if (m >= 0 && n >= 0) {
            own[packed(Math.max(m, n), Math.min(m, n))] += value;
        }
    }

    private static int packed(int row, int column) {
        return row * (row + 1) / 2 + column;
    }

    /** {@code response} is the displacement against the pull: its sign is turned here. */
    private static float[] rotations(Framework f, double[][] response, int count, List<JointId> joints) {
        float[] rotation = new float[3 * f.bushings.size() * count];
        int next = 0;
        for (int j = 0; j < f.bushings.size(); j++) {
            Joint joint = f.jointOf.get(j);
            if (joint == null) {
                continue;
            }
            joints.add(new JointId(joint.id()));
            Bushing b = f.bushings.get(j);
            for (int c = 3; c < 6; c++) {
                double[] child = response[6 * b.child + c];
                double[] parent = response[6 * b.parent + c];
                for (int m = 0; m < count; m++) {
                    rotation[next++] = (float) (parent[m] - child[m]);
                }
            }
        }
        return java.util.Arrays.copyOf(rotation, next);
    }

    /** The named muscles: rows and columns of the matrix. */
    public List<MuscleId> muscles() {
        return muscles;
    }

    /** The joints. */
    public List<JointId> joints() {
        return joints;
    }

    /** Extra tension of one muscle, as a fraction of its maximal force, per unit contraction of another. */
    public double tension(int of, int by) {
        return capacity[of] == 0 ? 0 : work[packed(Math.max(of, by), Math.min(of, by))] / capacity[of];
    }

    /** The whole matrix row by row: entry {@code of * muscles + by} is {@link #tension(int, int)}. */
    public double[] tension() {
        int n = muscles.size();
        double[] all = new double[n * n];
        for (int of = 0; of < n; of++) {
            for (int by = 0; by < n; by++) {
                all[of * n + by] = tension(of, by);
            }
        }
        return all;
    }

    /** Extra tension of every muscle per unit contraction of one. */
    public double[] ofHold(int by) {
        double[] column = new double[muscles.size()];
        for (int of = 0; of < column.length; of++) {
            column[of] = tension(of, by);
        }
        return column;
    }

    /**
     * Rotation of a joint's child against its parent per unit contraction of a muscle, rad.
     *
     * @param axis 0 about x (side bending), 1 about y (turning), 2 about z (flexion and extension)
     */
    public double rotation(int joint, int axis, int by) {
        return rotation[(3 * joint + axis) * muscles.size() + by];
    }

    /** The pull of one muscle on the nodes' degrees of freedom, with only the rows that it touches. */
    private static final class SparseColumn {
        private int[] rows = new int[24];
        private double[] values = new double[24];
        private int size;

        void add(Pull pull, double factor) {
            for (int n = 0; n < pull.nodes.length; n++) {
                int slot = slot(6 * pull.nodes[n]);
                for (int c = 0; c < 6; c++) {
                    values[slot + c] += factor * pull.gradient[6 * n + c];
                }
            }
        }

        private int slot(int row) {
            for (int i = 0; i < size; i += 6) {
                if (rows[i] == row) {
                    return i;
                }
            }
            if (size + 6 > rows.length) {
                rows = java.util.Arrays.copyOf(rows, 2 * rows.length);
                values = java.util.Arrays.copyOf(values, 2 * values.length);
            }
            for (int c = 0; c < 6; c++) {
                rows[size + c] = row + c;
            }
            size += 6;
            return size - 6;
        }

        void scatter(double[][] into, int column) {
            for (int i = 0; i < size; i++) {
                into[rows[i]][column] = values[i];
            }
        }

        /** The first {@code length} entries of this column's product with a matrix given row by row. */
        void dot(double[][] matrix, int length, double[] out) {
            java.util.Arrays.fill(out, 0, length, 0);
            for (int i = 0; i < size; i++) {
                double factor = values[i];
                double[] row = matrix[rows[i]];
                for (int n = 0; n < length; n++) {
                    out[n] += factor * row[n];
                }
            }
        }
    }
}
