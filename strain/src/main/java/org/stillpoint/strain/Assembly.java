package org.stillpoint.strain;

import static org.stillpoint.strain.BlockStructure.BLOCK;

import java.util.List;

/**
 * Puts a body's tangent stiffness together: the second derivative, at neutral standing, of the energy stored in everything that
 * pulls, all joints, the ground and posture control, with their resting tensions and loads.
 */
final class Assembly {

    private static final int PAIR = 12;

    private final BlockStructure structure;
    private final double[] values;

    private Assembly(BlockStructure structure) {
        this.structure = structure;
        values = new double[structure.blocks() * BLOCK];
    }

    /**
     * The stiffness of the whole body, blocks in the order of {@link Framework#structure}.
     *
     * @param load resting load of each bushing: force x, y, z in N, moment in N m
     */
    static double[] whole(Framework framework, Stiffness stiffness, double[] load) {
        return of(
                framework,
                framework.bushings,
                stiffness.bushing,
                load,
                framework.pulls,
                stiffness.pull,
                stiffness.tension);
    }

    /** The same with elements whose geometry has moved on from the framework's. */
    static double[] of(
            Framework framework,
            List<Bushing> bushings,
            double[] bushing,
            double[] load,
            List<Pull> pulls,
            double[] pull,
            double[] tension) {
        Assembly assembly = new Assembly(framework.structure);
        assembly.addBushings(bushings, bushing, load);
        for (int i = 0; i < pulls.size(); i++) {
            assembly.addPull(pulls.get(i), framework.pullBlocks.get(i), pull[i], tension[i]);
        }
        return assembly.values;
    }

    /** The material stiffness of joints, ground and posture control alone, in the order of {@link Framework#skeleton}. */
    static double[] skeleton(Framework framework, Stiffness stiffness) {
        Assembly assembly = new Assembly(framework.skeleton);
        assembly.addBushings(framework.bushings, stiffness.bushing, new double[stiffness.bushing.length]);
        return assembly.values;
    }

    private void addPull(Pull pull, int[] blocks, double k, double tension) {
        if (k == 0 && tension == 0) {
            return;
        }
        int n = pull.nodes.length;
        int width = 6 * n;
        for (int p = 0; p < n; p++) {
            for (int q = 0; q < n; q++) {
                int block = blocks[p * n + q];
                if (block < 0) {
                    continue;
                }
                for (int r = 0; r < 6; r++) {
                    double factor = k * pull.gradient[6 * p + r];
                    int at = (6 * p + r) * width + 6 * q;
                    int to = block * BLOCK + 6 * r;
                    for (int c = 0; c < 6; c++) {
                        values[to + c] += factor * pull.gradient[6 * q + c] + tension * pull.curvature[at + c];
                    }
                }
            }
        }
    }

    private void addBushings(List<Bushing> bushings, double[] stiffness, double[] load) {
        double[] square = new double[PAIR * PAIR];
        for (int i = 0; i < bushings.size(); i++) {
            Bushing b = bushings.get(i);
            matrix(b, stiffness, load, 6 * i, square);
            addBlock(b.child, b.child, square, 6, 6);
            if (b.parent != Bushing.GROUND) {
                addBlock(b.parent, b.parent, square, 0, 0);
                if (structure.place(b.child) > structure.place(b.parent)) {
                    addBlock(b.child, b.parent, square, 6, 0);
                } else {
                    addBlock(b.parent, b.child, square, 0, 6);
                }
            }
        }
    }

    private void addBlock(int rowNode, int columnNode, double[] square, int row, int column) {
        int to = structure.block(rowNode, columnNode) * BLOCK;
        for (int r = 0; r < 6; r++) {
            for (int c = 0; c < 6; c++) {
                values[to + 6 * r + c] += square[(row + r) * PAIR + column + c];
            }
        }
    }

    /** Stiffness of one bushing over parent and child, 12 x 12, with the part that comes from its resting load. */
    static void matrix(Bushing b, double[] stiffness, double[] load, int at, double[] square) {
        java.util.Arrays.fill(square, 0);
        double[] map = map(b);
        for (int r = 0; r < PAIR; r++) {
            for (int c = 0; c < PAIR; c++) {
                double sum = 0;
                for (int k = 0; k < 6; k++) {
                    sum += map[k * PAIR + r] * stiffness[at + k] * map[k * PAIR + c];
                }
                square[r * PAIR + c] = sum;
            }
        }
        Rotation.addTurningStiffness(load, at, b.childArm, 0, square, 9 * PAIR + 9, PAIR);
        if (b.parent != Bushing.GROUND) {
            double[] back = {-load[at], -load[at + 1], -load[at + 2]};
            Rotation.addTurningStiffness(back, 0, b.parentArm, 0, square, 3 * PAIR + 3, PAIR);
            addMomentStiffness(load, at + 3, square);
        }
    }

    /** A steady moment between two turning segments: the rotation vector of their difference is not additive. */
    private static void addMomentStiffness(double[] load, int m, double[] square) {
        double[] cross = {0, -load[m + 2], load[m + 1], load[m + 2], 0, -load[m], -load[m + 1], load[m], 0};
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                square[(3 + r) * PAIR + 9 + c] += 0.5 * cross[3 * r + c];
                square[(9 + c) * PAIR + 3 + r] += 0.5 * cross[3 * r + c];
            }
        }
    }

    /** Deformation of a bushing by the displacements of parent and child, 6 x 12. */
    private static double[] map(Bushing b) {
        double[] map = new double[6 * PAIR];
        fill(map, 6, b.childArm, 1);
        if (b.parent != Bushing.GROUND) {
            fill(map, 0, b.parentArm, -1);
        }
        return map;
    }

    private static void fill(double[] map, int column, double[] r, double sign) {
        for (int k = 0; k < 6; k++) {
            map[k * PAIR + column + k] = sign;
        }
        map[column + 4] = sign * r[2];
        map[column + 5] = -sign * r[1];
        map[PAIR + column + 5] = sign * r[0];
        map[PAIR + column + 3] = -sign * r[2];
        map[2 * PAIR + column + 3] = sign * r[1];
        map[2 * PAIR + column + 4] = -sign * r[0];
    }
}
