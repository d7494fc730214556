package org.stillpoint.evidence.joint;

/**
 * One person's mean before and after, in points; it never leaves the practice.
 *
 * @param before finite
 * @param after finite
 */
public record BeforeAfter(double before, double after) {
    public BeforeAfter {
        if (!Double.isFinite(before) || !Double.isFinite(after)) {
            throw new IllegalArgumentException("a mean before or after that is not finite");
        }
    }
}
