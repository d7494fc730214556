package org.stillpoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program as {@code ./stillpoint} starts it, with its start-up cache; where it is, the script says by {@code stillpoint.program}. */
public final class PackagedProgram {
    private PackagedProgram() {}

    /**
     * The command that starts it.
     *
     * @param machine what the Java machine is told besides
     * @param arguments of the program
     */
    public static ProcessBuilder command(List<String> machine, List<String> arguments) {
        Path program = Path.of(System.getProperty("stillpoint.program"));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xms64m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-XX:AOTCache=" + program.resolve("stillpoint.aot"),
                "-Xlog:disable"));
        command.addAll(machine);
        command.add("-jar");
        command.add(program.resolve("stillpoint.jar").toString());
        command.addAll(arguments);
        return new ProcessBuilder(command);
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
