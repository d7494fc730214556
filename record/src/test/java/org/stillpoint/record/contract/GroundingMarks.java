package org.stillpoint.record.contract;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.Moment;

/** What is marked after a stop until a session may end, where a practice has written no steps of its own. */
public final class GroundingMarks {
    private static final int STEPS = 4;

    private GroundingMarks() {}

    /** All of it, in its order; distress comes last. */
    public static List<Moment> all(double distress) {
        List<Moment> marks = new ArrayList<>();
        for (int step = 1; step <= STEPS; step++) {
            marks.add(new Moment.StepTaken(step, PrivateText.NONE));
        }
        for (AfterStop what : AfterStop.values()) {
            marks.add(new Moment.AskedAfterStop(what, true));
        }
        marks.add(new Moment.Grounded(Score0To10.of(distress)));
        return marks;
    }
}
