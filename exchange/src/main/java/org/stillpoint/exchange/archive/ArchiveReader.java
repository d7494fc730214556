package org.stillpoint.exchange.archive;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.stillpoint.exchange.archive.ArchiveManifest.ArchiveMember;
import org.stillpoint.exchange.archive.BadArchive.ArchiveFault;

/** Reads an archive from its beginning to its end, twice: once whole, by its manifest, and only then for what is to be put anywhere. */
public final class ArchiveReader {
    private static final int MOST_MEMBERS = 2_000_000; // own choice, 2026: 100,000 clients have a third of it

    /** With which the first member of a zip begins (APPNOTE 6.3.10, 2022, section 4.3.7). */
    private static final byte[] BEGINNING = {'P', 'K', 3, 4};

    /** Opens the archive at its beginning. */
    public interface FromTheBeginning {
        InputStream open() throws IOException;
    }

    /** Takes the rows of one table. */
    public interface TakesTable {
        void take(String table, InputStream lines) throws IOException;
    }

    private final FromTheBeginning archive;

    public ArchiveReader(FromTheBeginning archive) {
        this.archive = archive;
    }

    /** What is wrong with a file whose end cannot be read. */
    public static BadArchive withoutEnd(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            boolean zip = Arrays.equals(in.readNBytes(BEGINNING.length), BEGINNING);
            return new BadArchive(zip ? ArchiveFault.CUT_OFF : ArchiveFault.NO_ARCHIVE);
        }
    }

    /**
     * Reads all of it and compares it with its manifest.
     *
     * @throws BadArchive if it is none, was cut off or changed, or a newer program wrote it
     */
    public ArchiveManifest check() throws IOException {
        FoundMembers found = new FoundMembers();
        Optional<ArchiveManifest> manifest = Optional.empty();
        try (ZipInputStream zip = zip()) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (manifest.isPresent() || found.count == MOST_MEMBERS) {
                    throw new BadArchive(ArchiveFault.DAMAGED, entry.getName());
                }
                if (entry.getName().equals(ArchiveManifest.NAME)) {
                    manifest = Optional.of(ManifestJson.read(new StaysOpen(zip), found::requireSame));
                } else {
                    MessageDigest digest = ArchiveWriter.sha256();
                    long bytes = new DigestInputStream(zip, digest).transferTo(OutputStream.nullOutputStream());
                    found.add(new ArchiveMember(
                            entry.getName(), bytes, HexFormat.of().formatHex(digest.digest()), Optional.empty()));
                }
            }
        } catch (EOFException cut) {
            throw new BadArchive(ArchiveFault.CUT_OFF);
        } catch (ZipException | IllegalArgumentException damaged) {
            throw new BadArchive(ArchiveFault.DAMAGED, "zip", damaged);
        }
        if (manifest.isEmpty()) {
            throw new BadArchive(found.count == 0 ? ArchiveFault.NO_ARCHIVE : ArchiveFault.CUT_OFF);
        }
        if (manifest.get().members() != found.count) {
            throw new BadArchive(ArchiveFault.DAMAGED, ArchiveManifest.NAME);
        }
        return manifest.get();
    }

    /** What was found, eight bytes a member: enough to know each again, and little enough for any number of them. */
    private static final class FoundMembers {
        private long[] marks = new long[1_024];
        private int count;

        void add(ArchiveMember member) {
            if (count == marks.length) {
                marks = Arrays.copyOf(marks, count * 2);
            }
            marks[count++] = mark(member);
        }

        void requireSame(ArchiveMember told, long place) {
            if (place >= count || marks[(int) place] != mark(told)) {
                throw new BadArchive(ArchiveFault.DAMAGED, told.name());
            }
        }

        private static long mark(ArchiveMember member) {
            String whole = member.name() + '\n' + member.bytes() + '\n' + member.sha256();
            return ByteBuffer.wrap(ArchiveWriter.sha256().digest(whole.getBytes(StandardCharsets.UTF_8)))
                    .getLong();
        }
    }

    /**
     * Hands over the rows, table by table, of an archive that was checked.
     *
     * @throws BadArchive if it is no longer what was checked
     */
    public void rows(ArchiveManifest checked, TakesTable takes) throws IOException {
        try (ZipInputStream zip = zip()) {
            for (ArchiveMember member : checked.tables()) { // rows come first
                ZipEntry entry = zip.getNextEntry();
                if (entry == null || !entry.getName().equals(member.name())) {
                    throw new BadArchive(ArchiveFault.DAMAGED, member.name());
                }
                MessageDigest digest = ArchiveWriter.sha256();
                InputStream lines = new DigestInputStream(new StaysOpen(zip), digest);
                takes.take(table(member), lines);
                lines.transferTo(OutputStream.nullOutputStream());
                if (!HexFormat.of().formatHex(digest.digest()).equals(member.sha256())) {
                    throw new BadArchive(ArchiveFault.DAMAGED, member.name());
                }
            }
        }
    }

    private static String table(ArchiveMember member) {
        if (!member.name().startsWith(ArchiveWriter.ROWS) || !member.name().endsWith(ArchiveWriter.LINES)) {
            throw new BadArchive(ArchiveFault.DAMAGED, member.name());
        }
        return member.name()
                .substring(ArchiveWriter.ROWS.length(), member.name().length() - ArchiveWriter.LINES.length());
    }

    private ZipInputStream zip() throws IOException {
        return new ZipInputStream(new BufferedInputStream(archive.open(), 1 << 16), StandardCharsets.UTF_8);
    }

    /** A member is not closed: the next one follows it. */
    private static final class StaysOpen extends FilterInputStream {
        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
