package org.stillpoint.app.cli;

/** What the program says to the shell. */
public final class ExitCode {

    /** It did what was asked. */
    public static final int OK = 0;

    /** It failed for a reason that lies in the program or the machine. */
    public static final int FAILED = 1;

    /** The command line is not understood. */
    public static final int USAGE = 2;

    /** What was given to work on cannot be used. */
    public static final int BAD_INPUT = 3;

    private ExitCode() {}
}
