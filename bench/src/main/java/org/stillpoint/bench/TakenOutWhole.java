package org.stillpoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.demo.LargePractice;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.store.KeyCare;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.words.Speaker;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A made-up practice taken out whole and taken in again, each by a program of its own with a small heap: how long, and how much memory. */
@Command(name = "takeout", mixinStandardHelpOptions = true)
public final class TakenOutWhole implements Callable<Integer> {
    private static final long EVERY_MILLIS = 100;

    @Option(names = "--clients")
    private int clients = 10_000;

    @Option(names = "--check-ins")
    private int checkIns = 20;

    @Option(names = "--heap", description = "Of each program, as -Xmx takes it.")
    private String heap = "256m";

    @Option(names = "--folder")
    private @Nullable Path named;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new TakenOutWhole()).execute(arguments));
    }

    /** How a program ended. */
    private record Ended(int code, double seconds, long peakMebibytes) {}

    @Override
    public Integer call() throws Exception {
        Path folder = named == null ? Files.createTempDirectory("takeout") : Files.createDirectories(named);
        Path data = folder.resolve("practice");
        StoreSettings settings = new StoreSettings.Sqlite(data);
        KeyCare.create(settings.key(), Optional.empty());
        Clock clock = Clock.systemDefaultZone();
        try (Store store = Store.open(settings)) {
            int missing = clients - store.clients().count();
            new LargePractice(
                            store.unitOfWork(new Membership(store)),
                            clock,
                            LargePractice.OfEach.usual(checkIns),
                            new SpokenConsent(new Speaker(Locale.ENGLISH, clock.getZone())))
                    .add(Math.max(missing, 0));
        }
        Path archive = folder.resolve("whole.zip");
        Files.deleteIfExists(archive);
        Ended out = run("take-out", "--data", data.toString(), "--to", archive.toString(), "--json");
        say("taken out", out);
        System.out.printf(Locale.ROOT, "archive: %,d MB%n", Files.size(archive) / 1_000_000);
        Path again = Files.createTempDirectory(folder, "taken-in");
        Ended in = run("take-in", archive.toString(), "--data", again.toString(), "--clear-key", "--json");
        say("taken in", in);
        return out.code() == 0 && in.code() == 0 ? 0 : 1;
    }

    private void say(String what, Ended ended) {
        System.out.printf(
                Locale.ROOT,
                "%s: %,d clients in %.1f s (%.0f a second), exit %d, peak resident memory %,d MiB with -Xmx%s%n",
                what,
                clients,
                ended.seconds(),
                clients / ended.seconds(),
                ended.code(),
                ended.peakMebibytes(),
                heap);
    }

    private Ended run(String... arguments) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process process = PackagedProgram.command(
                        List.of("-Xmx" + heap, "-XX:+ExitOnOutOfMemoryError"), List.of(arguments))
                .inheritIO()
                .start();
        long peak = 0;
        while (!process.waitFor(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentPeak(process.pid()));
        }
        return new Ended(process.exitValue(), (System.nanoTime() - begun) / 1e9, peak);
    }

    /** MiB; nothing of one that has ended meanwhile. */
    private static long residentPeak(long pid) {
        try {
            return PackagedProgram.memory(pid, "VmHWM:");
        } catch (IOException ended) {
            return 0;
        }
    }
}
