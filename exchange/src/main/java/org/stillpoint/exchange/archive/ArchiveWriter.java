package org.stillpoint.exchange.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.stillpoint.exchange.archive.ArchiveManifest.ArchiveMember;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.whole.RowMembers;
import org.stillpoint.record.whole.WhoseRows;

/**
 * Writes an archive as it comes: what was written is held nowhere, of each member there stay name, length and hash. Whoever stops
 * before the end leaves a file that says it was cut off.
 */
public final class ArchiveWriter implements RowMembers {
    static final String ROWS = "rows/";
    static final String LINES = ".jsonl";

    /** How the name ends of what each client has one of. */
    public static final String BUNDLE = "/fhir.json";

    private final ZipOutputStream zip;
    private final Instant madeAt;
    private final List<ArchiveMember> members = new ArrayList<>();

    /** @param out is not closed */
    public ArchiveWriter(OutputStream out, Instant madeAt) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        this.madeAt = madeAt;
    }

    @Override
    public void table(String name, RowLines rows) throws IOException {
        MessageDigest digest = begin(ROWS + name + LINES);
        CountedBytes counting = new CountedBytes(new DigestOutputStream(zip, digest));
        long lines = rows.to(counting);
        end(ROWS + name + LINES, counting.written(), digest, Optional.of(lines));
    }

    /** A member that is ready. */
    public void member(String name, byte[] content) throws IOException {
        MessageDigest digest = begin(name);
        digest.update(content);
        zip.write(content);
        end(name, content.length, digest, Optional.empty());
    }

    private MessageDigest begin(String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(madeAt.toEpochMilli());
        zip.putNextEntry(entry);
        return sha256();
    }

    private void end(String name, long bytes, MessageDigest digest, Optional<Long> rows) throws IOException {
        zip.closeEntry();
        members.add(new ArchiveMember(name, bytes, HexFormat.of().formatHex(digest.digest()), rows));
    }

    /** Writes the manifest, and the end. */
    public ArchiveManifest finish(int schema, WhoseRows whose) throws IOException {
        Optional<Id<Client>> client =
                whose instanceof WhoseRows.OfOneClient one ? Optional.of(one.client()) : Optional.empty();
        ArchiveManifest manifest = new ArchiveManifest(
                schema,
                madeAt,
                client.map(Id::toString),
                whose.heldApart(),
                members.stream()
                        .filter(member -> member.name().endsWith(BUNDLE))
                        .count(),
                members.stream().filter(member -> member.rows().isPresent()).toList(),
                members.size());
        begin(ArchiveManifest.NAME);
        ManifestJson.write(manifest, members, zip);
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return manifest;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** Counts what goes by, in the portions in which it comes. */
    private static final class CountedBytes extends FilterOutputStream {
        private long written;

        CountedBytes(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }

        long written() {
            return written;
        }
    }
}
