package org.stillpoint.app.cli;

import java.io.PrintWriter;
import org.stillpoint.exchange.BadInput;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what went wrong into sentences on standard error and an exit code; a stack trace only where {@code STILLPOINT_DEBUG} is set. */
public final class Errors implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        if (failure instanceof BadInput bad) {
            err.println(bad.getMessage());
            return ExitCode.BAD_INPUT;
        }
        err.println("stillpoint: "
                + (failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage()));
        if (System.getenv("STILLPOINT_DEBUG") != null) {
            failure.printStackTrace(err);
        } else {
            err.println("Set STILLPOINT_DEBUG=1 to see where this happened.");
        }
        return ExitCode.FAILED;
    }
}
