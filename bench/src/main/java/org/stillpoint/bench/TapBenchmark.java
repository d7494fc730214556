package org.stillpoint.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/**
 * An acknowledged tap: from the call to the mark that is encrypted, committed and forced to the disk (SQLite, WAL,
 * synchronous=FULL). Its peer is the force alone: 4 KiB appended to a file and fsynced, on the same disk.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
public class TapBenchmark {

    /** A session in a new record, in the folder for temporary files; a new session for each iteration. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets it up
    public static class Practice {
        private Path folder;
        private Store store;
        private Client client;
        private Id<Session> session;

        @Setup(Level.Trial)
        public void open() throws IOException {
            folder = Files.createTempDirectory("tap");
            store = Store.open(new StoreSettings.Sqlite(folder.resolve("data")));
            client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());
            store.clients().add(client);
        }

        @Setup(Level.Iteration)
        public void start() {
            SafetyCheck check = SafetyCheck.made(client.id(), Set.of(), PrivateText.NONE, Instant.now());
            store.safetyChecks().add(check);
            session =
                    store.sessions().start(Id.random(), client.id(), check.id()).id();
        }

        @TearDown(Level.Iteration)
        public void end() {
            store.sessions().end(session);
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            store.close();
            delete(folder);
        }
    }

    /** A file that only grows, in the folder for temporary files. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets it up
    public static class Journal {
        private Path folder;
        private FileChannel channel;

        @Setup(Level.Trial)
        public void open() throws IOException {
            folder = Files.createTempDirectory("journal");
            channel = FileChannel.open(
                    folder.resolve("journal"), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        }

        @TearDown(Level.Trial)
        public void close() throws IOException {
            channel.close();
            delete(folder);
        }
    }

    @Benchmark
    public Mark tap(Practice practice) {
        Moment moment = new Moment.Awareness(Score0To10.of(6));
        return practice.store.sessions().mark(practice.session, Tap.of(Id.random(), Instant.now(), moment));
    }

    @Benchmark
    public Mark tapWithProcessNote(Practice practice) {
        ProcessNote note = new ProcessNote(new PrivateText("the smell of rain on the road"));
        return practice.store.sessions().mark(practice.session, Tap.memory(Id.random(), Instant.now(), note));
    }

    @Benchmark
    public void forceAlone(Journal journal) throws IOException {
        journal.channel.write(ByteBuffer.allocate(4096));
        journal.channel.force(false);
    }

    private static void delete(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
