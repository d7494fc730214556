package org.stillpoint.strain;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Where the blocks of a sparse symmetric matrix and of its Cholesky factor lie. The matrix is made of 6 x 6 blocks, one row and
 * column of blocks per node. Nodes are eliminated in order of least degree (Tinney & Walker 1967), ties by number, which keeps
 * the factor sparse. The work depends on which nodes touch, not on values: it is done once for many matrices.
 */
final class BlockStructure {

    /** Degrees of freedom per node. */
    static final int WIDTH = 6;

    /** Numbers per block. */
    static final int BLOCK = WIDTH * WIDTH;

    private final int nodes;
    private final int[] place;
    private final int[] nodeAt;
    private final int[] start;
    private final int[] rows;

    private BlockStructure(int nodes, int[] place, int[] nodeAt, int[] start, int[] rows) {
        this.nodes = nodes;
        this.place = place;
        this.nodeAt = nodeAt;
        this.start = start;
        this.rows = rows;
    }

    /**
     * The structure of a matrix in which each group of nodes is fully coupled.
     *
     * @param groups node numbers, 0 to nodes - 1; every node should be in one
     */
    static BlockStructure of(int nodes, List<int[]> groups) {
        BitSet[] touches = new BitSet[nodes];
        for (int i = 0; i < nodes; i++) {
            touches[i] = new BitSet(nodes);
        }
        for (int[] group : groups) {
            for (int a : group) {
                for (int b : group) {
                    touches[a].set(b);
                }
            }
        }
        int[] degree = new int[nodes];
        for (int i = 0; i < nodes; i++) {
            touches[i].clear(i);
            degree[i] = touches[i].cardinality();
        }
        return eliminate(nodes, touches, degree);
    }

    private static BlockStructure eliminate(int nodes, BitSet[] touches, int[] degree) {
        int[] place = new int[nodes];
        int[] nodeAt = new int[nodes];
        int[] start = new int[nodes + 1];
        BitSet[] columns = new BitSet[nodes];
        for (int step = 0; step < nodes; step++) {
            int next = -1;
            for (int i = 0; i < nodes; i++) {
                if (degree[i] >= 0 && (next < 0 || degree[i] < degree[next])) {
                    next = i;
                }
            }
            BitSet column = touches[next];
            for (int v = column.nextSetBit(0); v >= 0; v = column.nextSetBit(v + 1)) {
                touches[v].or(column);
                touches[v].clear(v);
                touches[v].clear(next);
                degree[v] = touches[v].cardinality();
            }
            degree[next] = -1;
            place[next] = step;
            nodeAt[step] = next;
            columns[step] = column;
            start[step + 1] = start[step] + 1 + column.cardinality();
        }
        int[] rows = new int[start[nodes]];
        for (int step = 0; step < nodes; step++) {
            int at = start[step];
            rows[at++] = step;
            for (int v = columns[step].nextSetBit(0); v >= 0; v = columns[step].nextSetBit(v + 1)) {
                rows[at++] = place[v];
            }
            Arrays.sort(rows, start[step], at);
        }
        return new BlockStructure(nodes, place, nodeAt, start, rows);
    }

    int nodes() {
        return nodes;
    }

    /** Number of blocks in the factor, its diagonal included. */
    int blocks() {
        return rows.length;
    }

    /** Place of a node in the order of elimination. */
    int place(int node) {
        return place[node];
    }

    /** Node eliminated at a place. */
    int nodeAt(int step) {
        return nodeAt[step];
    }

    /** First block of the column at a place: the diagonal block; those below follow. */
    int start(int step) {
        return start[step];
    }

    /** Place of the row of a block. */
    int row(int block) {
        return rows[block];
    }

    int[] starts() {
        return start;
    }

    int[] rows() {
        return rows;
    }

    /**
     * The stored block that couples two nodes; its rows belong to the node that is eliminated later.
     *
     * @throws IllegalArgumentException if the two do not touch
     */
    int block(int a, int b) {
        int column = Math.min(place[a], place[b]);
        int row = Math.max(place[a], place[b]);
        int found = Arrays.binarySearch(rows, start[column], start[column + 1], row);
        if (found < 0) {
            throw new IllegalArgumentException("nodes " + a + " and " + b + " are not coupled");
        }
        return found;
    }
}
