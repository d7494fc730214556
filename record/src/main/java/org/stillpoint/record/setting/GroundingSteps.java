package org.stillpoint.record.setting;

import java.util.List;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;
import org.stillpoint.record.session.Moment.StepTaken;

/**
 * What whoever treats says and asks after a stop, one step at a time, before distress is asked again. Every version is kept.
 *
 * @param steps in their order, {@value #MOST} at most; empty where the program's own hold
 * @param version grows with each change
 */
public record GroundingSteps(List<String> steps, Version version) {
    public static final int MOST = StepTaken.MOST;

    public static final int MOST_CHARACTERS = StepTaken.MOST_CHARACTERS;

    /** How many the program's own are. Source: {@code practice.md}, the session; its last one is asked apart. */
    public static final int OF_THE_PROGRAM = 4;

    /** Before anybody has written any. */
    public static final GroundingSteps NONE = new GroundingSteps(List.of(), Version.FIRST);

    public GroundingSteps {
        steps = List.copyOf(steps);
        if (steps.size() > MOST) {
            throw new BadValue("steps", String.valueOf(steps.size()), "at most " + MOST);
        }
        for (String step : steps) {
            if (step.isBlank() || step.length() > MOST_CHARACTERS) {
                throw new BadValue("step", "of " + step.length() + " characters", "1 to " + MOST_CHARACTERS);
            }
        }
    }

    /** How many are gone through. */
    public int count() {
        return steps.isEmpty() ? OF_THE_PROGRAM : steps.size();
    }
}
