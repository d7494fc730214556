package org.stillpoint.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up practice of many clients, served by a process of its own. */
public final class ServedPractice implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("Stillpoint is ready: +(http://\\S+)");

    private final Process process;
    private final URI root;

    private ServedPractice(Process process, URI root) {
        this.process = process;
        this.root = root;
    }

    /**
     * Starts it, and returns once it answers; a practice that is there is used again.
     *
     * @param checkIns of each client
     * @param more options that say in which folder or database, and what else there is of each client
     * @throws IOException if it does not start
     */
    public static ServedPractice start(int clients, int checkIns, List<String> more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "serve",
                "--demo",
                "--port",
                "0",
                "--clients",
                String.valueOf(clients),
                "--check-ins",
                String.valueOf(checkIns)));
        arguments.addAll(more);
        Process process = PackagedProgram.command(List.of("-Xmx1g"), arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader out = process.inputReader();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> readOn(process.getInputStream()));
                return new ServedPractice(process, URI.create(ready.group(1)));
            }
        }
        throw new IOException("the practice did not start");
    }

    /** Else the program would wait for somebody to hear what it says. */
    private static void readOn(InputStream said) {
        try {
            said.transferTo(OutputStream.nullOutputStream());
        } catch (IOException closed) {
            // with the process
        }
    }

    public URI root() {
        return root;
    }

    public long pid() {
        return process.pid();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }
}
