package org.stillpoint.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.app.StillpointCommand;

/** The program as {@code ./stillpoint} starts it, with its start-up cache; where it is, the script says by {@code stillpoint.program}. */
public final class PackagedProgram {

    private static final Pattern OPTIONS = Pattern.compile("(?m)^options='([^']+)'$");

    private PackagedProgram() {}

    /**
     * The command that starts it.
     *
     * @param machine what the Java machine is told besides
     * @param arguments of the program
     */
    public static ProcessBuilder command(List<String> machine, List<String> arguments) {
        Path program = Path.of(System.getProperty("stillpoint.program"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options());
        command.add("-XX:AOTCache=" + program.resolve("stillpoint.aot"));
        command.add("-Xlog:disable");
        command.addAll(machine);
        command.add("-jar");
        command.add(program.resolve("stillpoint.jar").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** What the start script tells every Java machine. */
    private static List<String> options() {
        try (InputStream script = StillpointCommand.class.getResourceAsStream("pack/launch")) {
            Matcher said = OPTIONS.matcher(new String(
                    Objects.requireNonNull(script, "the start script").readAllBytes(), StandardCharsets.UTF_8));
            if (!said.find()) {
                throw new IllegalStateException("The start script names no options");
            }
            return List.of(said.group(1).split(" "));
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    /**
     * What a process holds of the machine's memory, MiB, as Linux says it.
     *
     * @param line {@code VmRSS:} for now, {@code VmHWM:} for the most so far
     * @throws IOException if the process has ended
     */
    public static long memory(long pid, String line) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                        .filter(each -> each.startsWith(line))
                        .mapToLong(each -> Long.parseLong(each.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the process has ended"))
                / 1024;
    }
}
