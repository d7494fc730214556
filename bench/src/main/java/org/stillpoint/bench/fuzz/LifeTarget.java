package org.stillpoint.bench.fuzz;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stillpoint.app.StillpointCommand;

/** A life file, by the command that reads it: answered, or refused in words. */
public final class LifeTarget {
    private static final Path FILE = file();

    private LifeTarget() {}

    private static Path file() {
        try {
            Path file = Files.createTempFile("fuzzed", ".json");
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    public static void fuzzerTestOneInput(byte[] bytes) {
        StringWriter said = new StringWriter();
        try {
            Files.write(FILE, bytes);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        String[] words = {"life", FILE.toString(), "--json"};
        int code = StillpointCommand.commandLine(words)
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(said))
                .execute(words);
        if (code != 0 && code != 3) {
            throw new IllegalStateException("ended with " + code + ": " + said);
        }
    }
}
