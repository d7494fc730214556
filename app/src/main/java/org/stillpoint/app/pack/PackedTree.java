package org.stillpoint.app.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Files under their names in an archive, relative and with slashes. The same files make the same bytes: names in order, one time for all,
 * owner and group 0, and of modes only whether it is run.
 */
final class PackedTree {
    private static final int FOLDER_MODE = 0755;

    private final SortedMap<String, PackedFile> files = new TreeMap<>();

    PackedTree put(String name, PackedFile file) {
        files.put(name, file);
        return this;
    }

    /** All files below a folder of this machine, under a name. */
    PackedTree putAll(String name, Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path file : below.filter(each -> Files.isSymbolicLink(each) || Files.isRegularFile(each))
                    .toList()) {
                put(name + "/" + folder.relativize(file).toString().replace('\\', '/'), PackedFile.of(file));
            }
        }
        return this;
    }

    /** All of another tree, under a name. */
    PackedTree putAll(String name, PackedTree other) {
        other.files.forEach((below, file) -> put(name + "/" + below, file));
        return this;
    }

    /** The names of all files, in order. */
    Set<String> names() {
        return Collections.unmodifiableSet(files.keySet());
    }

    /** What it takes on a disk, in KiB, rounded up for each file. */
    long kibibytes() throws IOException {
        long sum = 0;
        for (PackedFile file : files.values()) {
            sum += (file.size() + 1023) / 1024;
        }
        return sum;
    }

    /**
     * Writes it as a compressed tar archive. Long names are kept in GNU's way, the one that dpkg reads.
     *
     * @param root what every name begins with, ending with a slash
     * @param when the time of every file
     */
    void writeTarGz(OutputStream out, String root, Instant when) throws IOException {
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(new GZIPOutputStream(out), StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        for (String folder : folders()) {
            put(tar, new TarArchiveEntry(root + folder), FOLDER_MODE, when);
            tar.closeArchiveEntry();
        }
        for (Map.Entry<String, PackedFile> each : files.entrySet()) {
            PackedFile file = each.getValue();
            TarArchiveEntry entry = entry(root + each.getKey(), file);
            entry.setSize(file.size());
            put(tar, entry, file.mode(), when);
            file.writeTo(tar);
            tar.closeArchiveEntry();
        }
        tar.close();
    }

    private static TarArchiveEntry entry(String name, PackedFile file) {
        if (file instanceof PackedFile.LinkedFile link) {
            TarArchiveEntry entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
            entry.setLinkName(link.to());
            return entry;
        }
        return new TarArchiveEntry(name);
    }

    private static void put(TarArchiveOutputStream tar, TarArchiveEntry entry, int mode, Instant when)
            throws IOException {
        entry.setMode(mode);
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setModTime(when.toEpochMilli());
        tar.putArchiveEntry(entry);
    }

    /** Every folder that a file lies in, each before those below it; the root is the empty name. */
    private TreeSet<String> folders() {
        TreeSet<String> folders = new TreeSet<>();
        folders.add("");
        for (String name : files.keySet()) {
            for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
                folders.add(name.substring(0, slash + 1));
            }
        }
        return folders;
    }
}
