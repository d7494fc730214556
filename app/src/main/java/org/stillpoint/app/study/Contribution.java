package org.stillpoint.app.study;

import java.time.LocalDate;
import java.util.Map;
import java.util.OptionalInt;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;

/**
 * What leaves a practice: this, and a signature of it.
 *
 * @param protocol hash of the protocol under which it was made
 * @param practice who it is from, as the protocol names them
 * @param madeOn day on which it was made, by the practice's days
 * @param number 1 for the practice's first to this study
 * @param madeUp whether these are made-up clients
 * @param leftOut how many were not counted, by why; empty numbers are fewer than the smallest cell
 */
record Contribution(
        String protocol,
        JointPractice practice,
        LocalDate madeOn,
        int number,
        boolean madeUp,
        JointSummary summary,
        Map<JointLeftOut, OptionalInt> leftOut) {

    Contribution {
        leftOut = Map.copyOf(leftOut);
    }
}
