package org.stillpoint.app.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.app.StillpointCommand;

/** The program as a process of its own, as a person starts it; it can be killed as a power cut would. */
final class RunningPractice implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("ready:\\s+(http://\\S+)");
    private static final Pattern CODE = Pattern.compile("with the code (\\S+)");

    private final Process process;
    private final String address;
    private final String code;
    private final StringBuffer log;

    private RunningPractice(Process process, String address, String code, StringBuffer log) {
        this.process = process;
        this.address = address;
        this.code = code;
        this.log = log;
    }

    /** Starts {@code stillpoint serve} on a free port and waits until it says that it is ready. */
    static RunningPractice start(Path folder, String... options) {
        return start(folder, 0, options);
    }

    /** The same after this one has ended, at the address that it had: open pages find it again. */
    RunningPractice again(Path folder) {
        return start(folder, URI.create(address).getPort());
    }

    private static RunningPractice start(Path folder, int port, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                absolute(System.getProperty("java.class.path")),
                StillpointCommand.class.getName(),
                "serve",
                "--data",
                folder.toAbsolutePath().toString(),
                "--port",
                String.valueOf(port)));
        command.addAll(1, compilers());
        command.addAll(List.of(options));
        if (!command.contains("--demo")) {
            command.add("--clear-key");
        }
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .directory(wantingMore().toFile());
            // asks for more than this machine, as the folder does; neither is to be heard
            builder.environment().put("SERVER_ADDRESS", "0.0.0.0");
            return greeted(builder.start());
        } catch (IOException notStarted) {
            throw new UncheckedIOException(notStarted);
        }
    }

    /** When the second compiler starts, as for the tests themselves; without it each password would take a second and a half. */
    private static List<String> compilers() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("-XX:Tier4"))
                .toList();
    }

    private static String absolute(String classPath) {
        return Stream.of(classPath.split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A folder to be started in that holds settings of its own. */
    private static Path wantingMore() throws IOException {
        Path folder = Files.createTempDirectory("started-in");
        folder.toFile().deleteOnExit();
        Path settings = Files.writeString(folder.resolve("application.properties"), "server.address=0.0.0.0\n");
        settings.toFile().deleteOnExit();
        return folder;
    }

    private static RunningPractice greeted(Process process) throws IOException {
        BufferedReader said = process.inputReader();
        StringBuilder all = new StringBuilder();
        String address = "";
        String code = "";
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            all.append(line).append('\n');
            Matcher ready = ADDRESS.matcher(line);
            address = ready.find() ? ready.group(1) : address;
            Matcher firstStart = CODE.matcher(line);
            code = firstStart.find() ? firstStart.group(1) : code;
            if (line.startsWith("Stop with")) {
                StringBuffer log = new StringBuffer();
                Thread.ofVirtual()
                        .start(() ->
                                said.lines().forEach(later -> log.append(later).append('\n')));
                return new RunningPractice(process, address, code, log);
            }
        }
        throw new IllegalStateException("the program ended before it was ready; it said:\n" + all);
    }

    String address() {
        return address;
    }

    String firstStartCode() {
        return code;
    }

    /** What the program has said since it was ready. */
    String log() {
        return log.toString();
    }

    /** SIGKILL: nothing is flushed, closed or said. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
