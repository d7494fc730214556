package org.stillpoint.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that only their owner may read. */
final class OwnFolder {
    private OwnFolder() {}

    /** Makes it where it is missing. */
    static void make(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, FolderLock.ownerOnly(folder.toAbsolutePath(), "rwx------"));
        }
    }

    /** Makes one that is there for a while. */
    static Path makeFor(Path beside, String prefix) throws IOException {
        return Files.createTempDirectory(beside, prefix, FolderLock.ownerOnly(beside, "rwx------"));
    }

    /** Whether a running program holds it. */
    static boolean isInUse(Path folder) throws IOException {
        Path lock = folder.resolve(FolderLock.FILE);
        if (!Files.exists(lock)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock taken = channel.tryLock()) {
            return taken == null;
        } catch (OverlappingFileLockException byThisProcess) {
            return true;
        }
    }

    /** Removes a folder with all that is in it. */
    static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
