package org.stillpoint.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/** The folder of an installation, held by one process; the lock goes with the process, however it ends. */
final class FolderLock implements AutoCloseable {
    static final String FILE = "lock";

    private final Optional<FileChannel> channel;

    private FolderLock(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /** For whoever only reads beside the one that holds the folder. */
    static FolderLock none() {
        return new FolderLock(Optional.empty());
    }

    /** Makes the folder if needed, readable by its owner alone, and takes hold of it. */
    static FolderLock take(Path folder) {
        FileChannel channel;
        try {
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (!Files.isDirectory(folder)) {
                Files.createDirectory(folder, ownerOnly(folder.toAbsolutePath(), "rwx------"));
            }
            requireUnexposed(folder);
            channel = FileChannel.open(
                    folder.resolve(FILE),
                    Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                    ownerOnly(folder, "rw-------"));
        } catch (IOException unusable) {
            throw new CannotOpen(
                    CannotOpen.Reason.FOLDER_UNUSABLE,
                    "The data folder " + folder + " cannot be made or written to; name another or change its owner.",
                    unusable);
        }
        if (!locked(channel, folder)) {
            close(channel);
            throw new CannotOpen(
                    CannotOpen.Reason.FOLDER_IN_USE,
                    "The data folder " + folder + " is in use by another running Stillpoint; end that one first.");
        }
        return new FolderLock(Optional.of(channel));
    }

    /** Where anybody may write, anybody can put another record in the place of this one. */
    private static void requireUnexposed(Path folder) throws IOException {
        if (hasPermissions(folder)
                && Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new CannotOpen(
                    CannotOpen.Reason.FOLDER_EXPOSED,
                    "Anybody may write to the data folder " + folder + "; allow it to its owner alone (chmod 700).");
        }
    }

    /** Permissions for a new file, where the file system knows such. */
    static FileAttribute<?>[] ownerOnly(Path near, String permissions) {
        if (!hasPermissions(near)) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)};
    }

    static boolean hasPermissions(Path near) {
        try {
            Path there = Files.exists(near) || near.getParent() == null ? near : near.getParent();
            FileStore fileStore = Files.getFileStore(there);
            return fileStore.supportsFileAttributeView(PosixFileAttributeView.class);
        } catch (IOException unknown) {
            return false; // then creating the file will say what is wrong
        }
    }

    private static boolean locked(FileChannel channel, Path folder) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException heldByThisProcess) {
            return false;
        } catch (IOException unusable) {
            close(channel);
            throw new CannotOpen(
                    CannotOpen.Reason.FOLDER_UNUSABLE, "The data folder " + folder + " cannot be locked.", unusable);
        }
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException("the data folder could not be released", failed);
        }
    }

    @Override
    public void close() {
        channel.ifPresent(FolderLock::close);
    }
}
