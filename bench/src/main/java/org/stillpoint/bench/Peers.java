package org.stillpoint.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Ours beside programs of others on the same data, one after the other in one run: the median of each, how many times as long the other
 * took, and how many digits of the answers agree.
 */
@Command(name = "peers", mixinStandardHelpOptions = true)
public final class Peers implements Callable<Integer> {

    private static final long WARM_NANOS =
            5_000_000_000L; // own choice, 2026: the compiler is done with each of them by then

    @Option(names = "--times", description = "runs of each that are timed; default ${DEFAULT-VALUE}")
    private int times = 9;

    @Parameters(description = "those to compare; all where none is named", arity = "0..*")
    private List<String> names = List.of();

    private final Path programs = Path.of(System.getProperty("stillpoint.peers"));

    /**
     * What a peer did.
     *
     * @param name with its version
     * @param seconds of each run
     * @param answer its numbers, in the order of ours
     */
    private record Theirs(String name, double[] seconds, double[] answer) {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Peers()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        System.out.printf(
                "%-12s %-24s %10s %12s %8s  %s%n",
                "work", "peer", "ours, ms", "theirs, ms", "ratio", "digits that agree");
        for (PeerWork work : PeerWork.values()) {
            if (names.isEmpty() || names.contains(work.word())) {
                System.out.println(line(work));
            }
        }
        return 0;
    }

    private String line(PeerWork work) throws IOException, InterruptedException {
        Optional<PeerWork.Task> task = work.task();
        if (task.isEmpty()) {
            return work.word() + " skipped: its data is not there";
        }
        Path folder = Files.createTempDirectory("peers");
        try {
            for (var file : task.get().data().entrySet()) {
                Files.write(folder.resolve(file.getKey()), bytes(file.getValue()));
            }
            Optional<Theirs> theirs = theirs(work, folder);
            if (theirs.isEmpty()) {
                return work.word() + " skipped: " + work.command().getFirst() + " or what it needs could not be had";
            }
            double ours = median(ours(task.get().ours()));
            double other = median(theirs.get().seconds());
            return String.format(
                    Locale.ROOT,
                    "%-12s %-24s %10.3f %12.3f %8.1f  %.1f",
                    work.word(),
                    theirs.get().name(),
                    1e3 * ours,
                    1e3 * other,
                    other / ours,
                    digits(task.get().ours().get(), theirs.get().answer()));
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                files.forEach(file -> file.toFile().delete());
            }
            Files.delete(folder);
        }
    }

    private double[] ours(Supplier<double[]> work) {
        long until = System.nanoTime() + WARM_NANOS;
        while (System.nanoTime() < until) {
            var _ = work.get();
        }
        return DoubleStream.generate(() -> {
                    long begun = System.nanoTime();
                    var _ = work.get();
                    return (System.nanoTime() - begun) / 1e9;
                })
                .limit(10L * times)
                .toArray();
    }

    private Optional<Theirs> theirs(PeerWork work, Path folder) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(work.command());
        command.set(1, programs.resolve(command.get(1)).toString());
        command.addAll(2, List.of(folder.toString(), String.valueOf(times)));
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException missing) {
            return Optional.empty();
        }
        List<String> said;
        try (var lines = process.inputReader()) {
            said = lines.lines().toList();
        }
        if (process.waitFor() != 0) {
            return Optional.empty();
        }
        double[] seconds = said.stream()
                .filter(line -> line.startsWith("seconds "))
                .mapToDouble(line -> Double.parseDouble(line.substring("seconds ".length())))
                .toArray();
        String name = said.stream()
                .filter(line -> line.startsWith("peer "))
                .map(line -> line.substring("peer ".length()).strip())
                .findFirst()
                .orElseThrow();
        return Optional.of(new Theirs(name, seconds, numbers(Files.readAllBytes(folder.resolve("answer")))));
    }

    /** Of the largest difference beside the largest number; 16 are all that a double has. */
    private static double digits(double[] ours, double[] theirs) {
        if (ours.length != theirs.length) {
            throw new IllegalStateException(ours.length + " numbers beside " + theirs.length);
        }
        double apart = 0;
        double largest = 0;
        for (int i = 0; i < ours.length; i++) {
            apart = Math.max(apart, Math.abs(ours[i] - theirs[i]));
            largest = Math.max(largest, Math.abs(theirs[i]));
        }
        return Math.min(16, -Math.log10(apart / largest));
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static byte[] bytes(double[] numbers) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(numbers);
        return buffer.array();
    }

    private static double[] numbers(byte[] bytes) {
        double[] numbers = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(numbers);
        return numbers;
    }
}
