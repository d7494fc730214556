package org.stillpoint.app.serve;

import java.time.Duration;
import org.stillpoint.web.DoorLimits;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of a practice that say how long its door stays open. */
final class Door {

    @Option(
            names = "--sign-in-hours",
            paramLabel = "HOURS",
            description = "A sign-in ends so long after it began; without it ${DEFAULT-VALUE}.")
    private int signInHours = (int) DoorLimits.STANDARD.absolute().toHours();

    @Option(
            names = "--idle-minutes",
            paramLabel = "MINUTES",
            description = "A sign-in that nobody uses ends so soon; without it ${DEFAULT-VALUE}.")
    private int idleMinutes = (int) DoorLimits.STANDARD.idle().toMinutes();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** How long a sign-in lasts. */
    DoorLimits limits() {
        if (signInHours < 1 || idleMinutes < 2) {
            throw new ParameterException(spec.commandLine(), "--sign-in-hours is 1 or more, --idle-minutes 2 or more.");
        }
        return new DoorLimits(Duration.ofHours(signInHours), Duration.ofMinutes(idleMinutes));
    }
}
