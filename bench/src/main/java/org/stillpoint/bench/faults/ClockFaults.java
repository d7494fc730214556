package org.stillpoint.bench.faults;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.stillpoint.record.Id;
import picocli.CommandLine.Command;

/** The machine's clock jumps ahead by sixty days and back while a browser taps: what the person sees, and what is lost. */
@Command(
        name = "clock",
        mixinStandardHelpOptions = true,
        description = {
            "The clock jumps sixty days ahead and back while somebody taps: what the person sees, within how many seconds, and what is lost.",
            "Linux alone, with a C compiler: the program is started with a library that shifts its time of day."
        })
final class ClockFaults implements Callable<Integer> {
    private static final Duration AHEAD = Duration.ofDays(60);
    private static final double IN_TIME = 3; // s, the product's own bound
    private static final String LIBRARY = "shifted-clock";

    private boolean inTime = true;
    private int keptBeside;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("faults");
        Path shift = Files.writeString(folder.resolve("shift"), "0");
        List<String> where = Kills.where(folder, Optional.empty());
        ProcessBuilder command = FaultedPractice.command(where);
        command.environment().putAll(Map.of("LD_PRELOAD", library(folder).toString(), "SHIFT", shift.toString()));
        System.out.println("| the clock | a tap is told | after | a page says | after |");
        System.out.println("|---|---|---|---|---|");
        try (FaultedPractice practice = FaultedPractice.start(command).signIn()) {
            String session = practice.startSession("Tapped Through The Days");
            Tappers tappers = new Tappers(practice, session, 1);
            while (tappers.acknowledgedSoFar() < 20) {
                Thread.sleep(10);
            }
            Files.writeString(shift, String.valueOf(AHEAD.toSeconds()));
            row("sixty days ahead", practice, session);
            row("signed in again", practice.signIn(), session);
            Files.writeString(shift, "0");
            row("back", practice, session);
            row("signed in again", practice.signIn(), session);
            tappers.finish();
            Tappers.TapOutcome came =
                    tappers.against(Kills.stored(folder, Optional.empty(), Id.of(session.replace("/sessions/", ""))));
            int doubled = came.doubled() - keptBeside; // sent by nobody whom the tappers know
            System.out.printf(
                    Locale.ROOT,
                    "%nacknowledged %,d, lost %d, doubled %d, never acknowledged %d%n",
                    came.acknowledged(),
                    came.lost(),
                    doubled,
                    came.waiting());
            return came.lost() == 0 && doubled == 0 && came.waiting() == 0 && inTime ? 0 : 1;
        }
    }

    private void row(String clock, FaultedPractice practice, String session) {
        UUID beside = UUID.randomUUID();
        FaultedPractice.WireAnswer tap = practice.tap(session, beside, Instant.now());
        keptBeside += tap.acknowledges(beside) ? 1 : 0;
        FaultedPractice.WireAnswer page = practice.get("/");
        inTime &= tap.seconds() <= IN_TIME && page.seconds() <= IN_TIME;
        String says = page.status() / 100 == 3 ? "the sign-in page" : page.says();
        boolean doubts = page.body().contains("action=\"/practice/clock\"");
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f s | %s%s | %.1f s |%n",
                clock,
                tap.says(),
                tap.seconds(),
                says,
                doubts ? ", and asks whether the clock is right" : "",
                page.seconds());
    }

    private static Path library(Path folder) throws IOException, InterruptedException {
        Path source = folder.resolve(LIBRARY + ".c");
        try (InputStream text = Objects.requireNonNull(ClockFaults.class.getResourceAsStream(LIBRARY + ".c"))) {
            Files.copy(text, source);
        }
        Path library = folder.resolve(LIBRARY + ".so");
        int code = new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                .inheritIO()
                .start()
                .waitFor();
        if (code != 0) {
            throw new IOException("the C compiler ended with " + code);
        }
        return library;
    }
}
