package org.stillpoint.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/**
 * An acknowledged tap: the whole act, from the call to the mark that is encrypted, accounted for, committed and forced to the
 * disk (SQLite, WAL, synchronous=FULL). Its peer is the force alone: 4 KiB appended to a file and fsynced, on the same disk.
 */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 4)
public class TapBenchmark {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);

    /** A session in a new record, in the folder for temporary files; a new session for each iteration. */
    @State(Scope.Benchmark)
    @SuppressWarnings("NullAway.Init") // JMH sets it up
    public static class OpenPractice {
        private Path folder;
        private Store store;
        private Client client;
        private Id<Session> session;
        private StartSession start;
        private MarkMoment mark;
        private EndSession end;

        @Setup(Level.Trial)
        public void open() throws IOException {
            folder = Files.createTempDirectory("tap");
            store = Store.open(new StoreSettings.Sqlite(folder.resolve("data")));
            client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());
            store.clients().add(client);
            store.consents()
                    .add(new ConsentEntry.ConsentGiven(
                            Id.random(),
                            client.id(),
                            Instant.now(),
                            new ConsentDocument(
                                    Version.FIRST,
                                    List.of(new ConsentPart(ConsentBlock.YOUR_CHOICE, "A", "You can stop."))),
                            Map.of(),
                            Set.of(),
                            ConsentTerm.ONE_YEAR,
                            new Signer.Oneself(),
                            new Signature.ByName(new PrivateText("Ann"))));
            UnitOfWork work = store.unitOfWork(new Membership(store));
            start = new StartSession(work, Clock.systemUTC());
            mark = new MarkMoment(work, Clock.systemUTC());
            end = new EndSession(work, Clock.systemUTC());
        }

        private Answer<Mark> mark(Tap tap) {
            return mark.by(SOMEBODY, client.id(), new MarkMoment.Command(session, tap));
        }

        @Setup(Level.Iteration)
        public void start() {
            session = Id.random();
            start.by(SOMEBODY, StartSession.Command.clear(session, client.id(), Id.random()));
        }

        @TearDown(Level.Iteration)
        public void end() {
            end.by(SOMEBODY, new EndSession.Command(client.id(), session));
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
    public Answer<Mark> tap(OpenPractice practice) {
        return practice.mark(Tap.of(Id.random(), Instant.now(), new Moment.Awareness(Score0To10.of(6))));
    }

    @Benchmark
    public Answer<Mark> tapWithProcessNote(OpenPractice practice) {
        ProcessNote note = new ProcessNote(new PrivateText("the smell of rain on the road"));
        return practice.mark(Tap.memory(Id.random(), Instant.now(), note));
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
