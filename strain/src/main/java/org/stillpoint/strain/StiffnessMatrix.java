package org.stillpoint.strain;

/**
 * The stiffness of a body as plain numbers, for other solvers: the entries on and below the diagonal.
 *
 * @param size degrees of freedom
 * @param rows row of each entry
 * @param columns column of each entry, not above its row
 * @param values N/m, N/rad, N m/rad
 * @param order degrees of freedom in the order that keeps the factor sparse
 */
public record StiffnessMatrix(int size, int[] rows, int[] columns, double[] values, int[] order) {

    static StiffnessMatrix of(BlockStructure structure, double[] blocks) {
        int size = BlockStructure.WIDTH * structure.nodes();
        int[] rows = new int[blocks.length];
        int[] columns = new int[blocks.length];
        double[] values = new double[blocks.length];
        int count = 0;
        for (int step = 0; step < structure.nodes(); step++) {
            for (int b = structure.start(step); b < structure.start(step + 1); b++) {
                int row = BlockStructure.WIDTH * structure.nodeAt(structure.row(b));
                int column = BlockStructure.WIDTH * structure.nodeAt(step);
                for (int i = 0; i < BlockStructure.BLOCK; i++) {
                    int r = row + i / BlockStructure.WIDTH;
                    int c = column + i % BlockStructure.WIDTH;
                    double value = blocks[b * BlockStructure.BLOCK + i];
                    if (value != 0 && (row != column || r >= c)) {
                        rows[count] = Math.max(r, c);
                        columns[count] = Math.min(r, c);
                        values[count++] = value;
                    }
                }
            }
        }
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[i] = BlockStructure.WIDTH * structure.nodeAt(i / BlockStructure.WIDTH) + i % BlockStructure.WIDTH;
        }
        return new StiffnessMatrix(
                size,
                java.util.Arrays.copyOf(rows, count),
                java.util.Arrays.copyOf(columns, count),
                java.util.Arrays.copyOf(values, count),
                order);
    }
}
