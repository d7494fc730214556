package org.stillpoint.app.study;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ChartFiles;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.evidence.StudiesDrawing;
import org.stillpoint.evidence.joint.JointAnswer;
import org.stillpoint.practice.joint.JointProtocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint study pool}: what the practices say together. */
@Command(
        name = "pool",
        mixinStandardHelpOptions = true,
        description = {
            "Puts the contributions of practices together in two stages: each practice's own effect, then random effects over practices"
                    + " (REML; Hartung-Knapp, never narrower than without; a prediction interval; each practice left out in turn).",
            "Each file is checked first: that it is of this protocol, signed by a practice that the protocol names, as it was signed, and"
                    + " one of a practice. All that is wrong is told at once, and then nothing is pooled.",
            "",
            "--json gives protocol, practices, contributed, missing, withheld, madeUp, prospective, effect (k, est, se, ci by"
                    + " Hartung-Knapp never narrower, ciOrdinary, p, tau2, tau2Interval, I2, Q, Qp, predictionInterval),"
                    + " leaveOneOut, each, better and worse (differences of shares: k, est, se, ci, tau2; null where fewer than three practices tell them) and leftOut."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:pooled", "3:a file cannot be used, or fewer than two practices told an effect"})
final class PoolStudy implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "PROTOCOL", description = "The sealed protocol.")
    private Path protocolFile = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "The contributions.")
    private List<Path> files = List.of();

    @Option(names = "--json", description = "Answer in JSON.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "OUT.svg", description = "Draw a forest plot of the practices.")
    private @Nullable Path plot;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        JointProtocol protocol = ProtocolFile.read(protocolFile);
        PooledContributions all = PooledContributions.read(protocol, files);
        if (all.answer().isEmpty()) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "Nothing can be pooled: of %d contributions %d told an effect, and two are needed.%n",
                            all.contributions().size(), all.told().size());
            return ExitCode.BAD_INPUT;
        }
        JointAnswer answer = all.answer().get();
        if (plot != null) {
            ChartFiles.write(plot, StudiesDrawing.forest(answer.meta(), answer.pooled(), protocol.title()));
        }
        if (json) {
            spec.commandLine().getOut().println(PooledJson.of(all, answer));
        } else {
            new PooledSaid(spec.commandLine().getOut(), all, answer).print();
        }
        return ExitCode.OK;
    }

    /** Whether the protocol was sealed before the first day that counts: by the coordinator's own word. */
    static boolean isProspective(JointProtocol protocol) {
        return protocol.sealedAt()
                .isBefore(protocol.from().atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
