package org.stillpoint.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.session.Session;

/**
 * A record as a first start makes it, filled as the contract of what is taken in fills one, with a map and a check-in more, and packed with
 * its key: how the records of {@link KeptDatabasesTest} were made. Those of earlier commits were made the same way by the store of each
 * commit, with {@code BackupContract.fill} where there was no other, and before that with a client, what they told, and a session.
 */
final class KeptDatabase implements TakeInContract {
    static final Path KEPT = Path.of("src/test/resources/org/stillpoint/store/kept");

    private final TestClock clock = new TestClock();
    private final Path data;
    private Store store;

    private KeptDatabase(Path data) {
        this.data = data;
        this.store = Store.open(settings(), clock);
    }

    /** Its newest step tells a state, and how many there are tells it from one that lacked an earlier one. */
    static Path file(Set<String> steps) {
        int newest = steps.stream().mapToInt(Integer::parseInt).max().orElseThrow();
        return KEPT.resolve("schema-%03d-of-%02d.zip".formatted(newest, steps.size()));
    }

    /** Writes the record of this program to where the others are. */
    static void write(Set<String> steps, Path data) throws IOException {
        KeptDatabase record = new KeptDatabase(data);
        Session session = record.fillAll();
        record.store
                .bodyMaps()
                .add(BodyMap.drawn(session.client(), Map.of(new RegionCode("X220"), Score0To10.of(6)), record.now()));
        record.store
                .checkIns()
                .add(CheckIn.given(
                        session.client(),
                        Answers.of(Score0To10.of(4), Score0To10.of(5), Score0To10.of(5), Score0To10.of(3)),
                        record.now()));
        record.store.close();
        try (OutputStream out = Files.newOutputStream(file(steps));
                ZipOutputStream zip = new ZipOutputStream(out);
                Stream<Path> files = Files.list(data)) {
            for (Path file : files.sorted().toList()) {
                if (Files.isRegularFile(file) && !file.endsWith(FolderLock.FILE)) {
                    zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
                    Files.copy(file, zip);
                }
            }
        }
    }

    /** Lays a kept record down in a folder that is not there yet, as its owner had it. */
    static Path unpack(Path kept, Path data) throws IOException {
        OwnFolder.make(data);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : List.copyOf(zip.stream().toList())) {
                Path file = Files.createFile(data.resolve(entry.getName()), FolderLock.ownerOnly(data, "rw-------"));
                Files.write(file, zip.getInputStream(entry).readAllBytes());
            }
        }
        return data;
    }

    @Override
    public StoreSettings settings() {
        return new StoreSettings.Sqlite(data);
    }

    @Override
    public Path place() {
        return data.resolveSibling("place");
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public TestClock clock() {
        return clock;
    }

    @Override
    public void reopen() {
        store.close();
        store = Store.open(settings(), clock);
    }
}
