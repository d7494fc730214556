package org.stillpoint.web.session;

import java.util.List;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.Grounding;

/**
 * What is gone through after a stop, a screen each: the steps, what is always asked, then distress.
 *
 * @param steps as they are said
 * @param next the first screen that is open still, counted from 0
 * @param done whether the session may end
 * @param helpCalled whether that is because help was called
 * @param beforeEnd whether it is shown because the session is to end, while it goes on
 */
public record GroundingShown(List<String> steps, int next, boolean done, boolean helpCalled, boolean beforeEnd) {

    static GroundingShown of(Grounding grounding, List<String> steps, boolean ending) {
        return new GroundingShown(
                steps,
                grounding.next(),
                grounding.stop().isPresent() && grounding.isDone(),
                grounding.emergency(),
                ending && !grounding.isDone());
    }

    public AfterStop[] questions() {
        return AfterStop.values();
    }
}
