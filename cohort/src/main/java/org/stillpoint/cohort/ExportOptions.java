package org.stillpoint.cohort;

import java.util.List;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which exports are read, and what is made of one that cannot be: the options of the commands that read some. */
final class ExportOptions {

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "A practice's table (CSV, also gzipped, or Parquet), the folder that './stillpoint tables --deidentified' wrote, or a folder of either.")
    private List<String> paths = List.of();

    @Option(
            names = "--leave-broken",
            description = "Leave files aside that cannot be used, and name them; else nothing is answered.")
    private boolean leaveBroken;

    @Option(
            names = "--part-bytes",
            paramLabel = "N",
            description =
                    "How much of one file a machine holds at once; a larger one is read in parts of whole clients (${DEFAULT-VALUE}).")
    private long partBytes = 4L << 20;

    List<String> paths() {
        return paths;
    }

    boolean leavesBroken() {
        return leaveBroken;
    }

    /** @throws BadInput where it is no size */
    long partBytes() {
        if (partBytes < 1) {
            throw new BadInput(Problem.ofValue("--part-bytes", String.valueOf(partBytes), "is not 1 or more"));
        }
        return partBytes;
    }
}
