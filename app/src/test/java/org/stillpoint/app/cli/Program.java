package org.stillpoint.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.stillpoint.app.StillpointCommand;

/** Runs a command in this process as the shell would, and keeps what it said. */
public final class Program {

    /** What a command said and its exit code. */
    public record Outcome(int code, String out, String err) {}

    private Program() {}

    public static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = StillpointCommand.commandLine(arguments)
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Outcome(code, out.toString(), err.toString());
    }
}
