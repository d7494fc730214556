package org.stillpoint.cohort;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;

/**
 * The table of one practice.
 *
 * @param index its place among those that are read
 * @param name as answers and problems call it: file or folder, with as many folders above as tell it from the others
 * @param table address of the file
 * @param besides address of a second one that belongs to it; empty where there is none
 * @param exported whether {@code tables --deidentified} wrote it, so that its columns are known
 * @param parts in how many parts it is read: 1 for a file that one machine holds at once
 */
record PracticeFile(int index, String name, String table, String besides, boolean exported, int parts)
        implements Serializable {

    private static final List<String> ENDINGS = List.of(".parquet", ".csv", ".csv.gz");

    /** Gzip of such tables is about so many times smaller. */
    private static final int PACKED = 8;

    /** What was found before it is known how it is told from the others. */
    private record Found(Path named, Path table, Optional<Path> besides, boolean exported, long bytes) {}

    boolean isParquet() {
        return table.toLowerCase(Locale.ROOT).endsWith(".parquet");
    }

    /** Whether it is opened at once, as one machine opens it: whatever people send is understood then. */
    boolean isWhole() {
        return parts == 1 && !exported && !isParquet();
    }

    /**
     * The tables below these paths, in their order; the same file counts once.
     *
     * @param partBytes how much of one is held at once
     * @throws BadInput where a path leads to nothing
     */
    static List<PracticeFile> list(List<String> paths, ExportKind kind, long partBytes, Configuration files) {
        List<Found> found = new ArrayList<>();
        for (String told : paths) {
            Path path = new Path(told);
            int before = found.size();
            try {
                FileSystem system = path.getFileSystem(files);
                add(system, system.getFileStatus(path), kind, found);
            } catch (FileNotFoundException none) {
                throw new BadInput(Problem.ofValue("PATH", told, "is not there"));
            } catch (IOException | IllegalArgumentException e) {
                throw new BadInput(Problem.ofValue("PATH", told, "cannot be reached"));
            }
            if (found.size() == before) {
                throw new BadInput(Problem.ofValue(
                        "PATH",
                        told,
                        "holds no table: no " + kind.table() + ".csv or .parquet, and no other of these"));
            }
        }
        List<Found> once = found.stream()
                .collect(
                        () -> new java.util.LinkedHashMap<Path, Found>(),
                        (all, one) -> all.putIfAbsent(one.table(), one),
                        java.util.Map::putAll)
                .values()
                .stream()
                .toList();
        int folders = 1;
        while (folders < MOST_FOLDERS && !apart(once, folders)) {
            folders++;
        }
        List<PracticeFile> all = new ArrayList<>();
        for (Found one : once) {
            all.add(new PracticeFile(
                    all.size(),
                    name(one.named(), folders),
                    one.table().toString(),
                    one.besides().map(Path::toString).orElse(""),
                    one.exported(),
                    Math.toIntExact(Math.max(1, (one.bytes() + partBytes - 1) / partBytes))));
        }
        return all;
    }

    private static final int MOST_FOLDERS = 20;

    private static void add(FileSystem system, FileStatus at, ExportKind kind, List<Found> found) throws IOException {
        if (at.isFile()) {
            String name = at.getPath().getName().toLowerCase(Locale.ROOT);
            if (ENDINGS.stream().anyMatch(end -> name.equals(kind.table() + end)) && isExport(system, at, kind)) {
                found.add(export(system, at, at.getPath(), kind));
            } else {
                found.add(new Found(at.getPath(), at.getPath(), Optional.empty(), false, plainBytes(at)));
            }
            return;
        }
        Optional<FileStatus> export = one(system, at.getPath(), kind.table());
        if (export.isPresent() && isExport(system, export.get(), kind)) {
            found.add(export(system, export.get(), at.getPath(), kind));
            return;
        }
        FileStatus[] below = system.listStatus(at.getPath());
        Arrays.sort(below, Comparator.comparing(FileStatus::getPath));
        for (FileStatus one : below) {
            String name = one.getPath().getName().toLowerCase(Locale.ROOT);
            if (one.isDirectory() || ENDINGS.stream().anyMatch(name::endsWith)) {
                add(system, one, kind, found);
            }
        }
    }

    /** By its columns; what cannot be opened is named when it is read. */
    private static boolean isExport(FileSystem system, FileStatus table, ExportKind kind) {
        try (FileRows rows = FileRows.open(table.getPath().toString(), system.getConf())) {
            return rows.hasNext() && rows.next().containsAll(kind.columns());
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    private static Found export(FileSystem system, FileStatus table, Path named, ExportKind kind) throws IOException {
        Optional<Path> besides = kind.besides().isEmpty()
                ? Optional.empty()
                : one(system, table.getPath().getParent(), kind.besides().get()).map(FileStatus::getPath);
        return new Found(named, table.getPath(), besides, true, plainBytes(table));
    }

    private static Optional<FileStatus> one(FileSystem system, Path folder, String table) throws IOException {
        for (String end : ENDINGS) {
            Path path = new Path(folder, table + end);
            if (system.exists(path)) {
                return Optional.of(system.getFileStatus(path));
            }
        }
        return Optional.empty();
    }

    private static long plainBytes(FileStatus file) {
        String name = file.getPath().getName().toLowerCase(Locale.ROOT);
        return name.endsWith(".gz") || name.endsWith(".parquet") ? PACKED * file.getLen() : file.getLen();
    }

    private static boolean apart(List<Found> all, int folders) {
        HashSet<String> names = new HashSet<>();
        return all.stream().allMatch(one -> names.add(name(one.named(), folders)));
    }

    private static String name(Path path, int folders) {
        Path above = path.getParent();
        return folders == 1 || above == null || above.getName().isEmpty()
                ? path.getName()
                : name(above, folders - 1) + "/" + path.getName();
    }
}
