package org.stillpoint.strain;

/** The body falls over: its stiffness is not positive definite, so no equilibrium holds it. */
public final class NotPositiveDefiniteException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int node;

    NotPositiveDefiniteException(int node) {
        super("the stiffness is not positive definite (found at node " + node + ")");
        this.node = node;
    }

    /** Number of the segment at which it was found out. */
    public int node() {
        return node;
    }
}
