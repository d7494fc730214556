package org.stillpoint.app.cli;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;

/** Where this program runs from. */
public final class RunsFrom {
    private RunsFrom() {}

    /** The program's jar; where it was not packaged, as in a test of the build, the folder of its classes. */
    public static Path file() {
        try {
            return Path.of(Objects.requireNonNull(
                                    RunsFrom.class.getProtectionDomain().getCodeSource())
                            .getLocation()
                            .toURI())
                    .toAbsolutePath();
        } catch (URISyntaxException noFile) {
            throw new IllegalStateException(noFile);
        }
    }
}
