package org.stillpoint.cohort;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.SparkException;
import org.stillpoint.app.cli.Errors;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code stillpoint cohort}: a program of its own, which no other part of the house knows. */
@Command(
        name = "stillpoint cohort",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "De-identified exports of many practices, read and judged on Apache Spark by what reads and judges them on one machine.",
            "",
            "Without --master it runs on the cores of this machine. What a killed executor had done is done again, and the answer stays the same."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it did what was asked",
            "1:it failed for a reason that lies in the program, the machine or the cluster",
            "2:the command line is not understood",
            "3:what was given to work on cannot be used; each file is named"
        },
        subcommands = {
            CohortEvidenceCommand.class,
            CohortTraceCommand.class,
            CohortLivesCommand.class,
            CohortFiguresCommand.class,
            CommandLine.HelpCommand.class
        })
public final class CohortProgram {

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine().setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new CohortProgram())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler((failure, command, parsed) ->
                        new Errors().handleExecutionException(inOneSentence(failure), command, parsed));
    }

    /** Spark tells its whole way down to what went wrong; the first line says it. */
    private static Exception inOneSentence(Exception failure) {
        String message = failure.getMessage();
        return failure instanceof SparkException && message != null
                ? new IllegalStateException(message.lines().findFirst().orElse(""), failure)
                : failure;
    }
}
