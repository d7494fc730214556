package org.stillpoint.exchange.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.archive.BadArchive.ArchiveFault;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.whole.WhoseRows;

/** Archives there and back, and files that are none, or no longer what was written. */
class ArchiveReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-30T10:00:00Z");
    private static final String LINE = "{\"id\":1}\n";

    private static byte[] archive(WhoseRows whose, int clients) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(out, NOW);
        writer.table("client", rows -> {
            rows.write(LINE.repeat(clients).getBytes(StandardCharsets.UTF_8));
            return clients;
        });
        writer.table("mark", rows -> 0);
        for (int i = 0; i < clients; i++) {
            writer.member("clients/" + i + ArchiveWriter.BUNDLE, ("{" + i + "}").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(writer.finish(166, whose).clients()).isEqualTo(clients);
        return out.toByteArray();
    }

    private static ArchiveReader reader(byte[] archive) {
        return new ArchiveReader(() -> new ByteArrayInputStream(archive));
    }

    private static void assertFault(byte[] archive, ArchiveFault fault) {
        assertThatThrownBy(() -> reader(archive).check())
                .isInstanceOfSatisfying(
                        BadArchive.class, bad -> assertThat(bad.fault()).isEqualTo(fault));
    }

    @Test
    void rows_ofAnArchiveThatWasChecked_areThoseThatWereWritten() throws IOException {
        byte[] archive = archive(new WhoseRows.OfEverybody(true), 3);
        ArchiveManifest checked = reader(archive).check();
        assertThat(checked.schema()).isEqualTo(166);
        assertThat(checked.madeAt()).isEqualTo(NOW);
        assertThat(checked.client()).isEmpty();
        assertThat(checked.rows()).isEqualTo(3);
        assertThat(checked.members()).isEqualTo(5);
        Map<String, String> rows = new LinkedHashMap<>();
        reader(archive)
                .rows(
                        checked,
                        (table, lines) -> rows.put(table, new String(lines.readAllBytes(), StandardCharsets.UTF_8)));
        assertThat(rows).containsExactly(Map.entry("client", LINE.repeat(3)), Map.entry("mark", ""));
    }

    @Test
    void check_ofOneClientsArchive_saysWhose() throws IOException {
        Id<Client> ann = Id.random();
        ArchiveManifest checked =
                reader(archive(new WhoseRows.OfOneClient(ann, false), 1)).check();
        assertThat(checked.client()).contains(ann.toString());
        assertThat(checked.heldApart()).isFalse();
    }

    @Test
    void check_ofAFileThatWasCutAnywhere_isRefused() throws IOException {
        byte[] archive = archive(new WhoseRows.OfEverybody(true), 20);
        int manifest = new String(archive, StandardCharsets.ISO_8859_1)
                .lastIndexOf(ArchiveManifest.NAME, archive.length - 100);
        for (int length = 0; length < manifest; length += 17) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> reader(cut).check()).isInstanceOf(BadArchive.class);
        }
    }

    @Test
    void check_ofAFlippedBit_isRefusedOrSeesTheSame() throws IOException {
        byte[] archive = archive(new WhoseRows.OfEverybody(true), 20);
        ArchiveManifest whole = reader(archive).check();
        Random random = new Random(89);
        for (int flip = 0; flip < 500; flip++) {
            byte[] flipped = archive.clone();
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(reader(flipped).check()).isEqualTo(whole); // a time of a member, or the directory at the end
            } catch (BadArchive refused) {
                assertThat(refused.getMessage()).endsWith(".");
            }
        }
    }

    @Test
    void check_ofOtherFiles_isRefused() throws IOException {
        assertFault("a letter".getBytes(StandardCharsets.UTF_8), ArchiveFault.NO_ARCHIVE);
        assertFault(new byte[0], ArchiveFault.NO_ARCHIVE);
        assertFault(zip("something.txt", "of another program"), ArchiveFault.CUT_OFF);
        assertFault(zip(ArchiveManifest.NAME, "no JSON"), ArchiveFault.DAMAGED);
        assertFault(zip(ArchiveManifest.NAME, "[".repeat(100_000)), ArchiveFault.DAMAGED);
        assertFault(zip(ArchiveManifest.NAME, "{\"stillpoint_archive\":2,\"members\":[]}"), ArchiveFault.NEWER);
        assertFault(zip(ArchiveManifest.NAME, "{\"stillpoint_archive\":1}"), ArchiveFault.DAMAGED);
    }

    /** What unpacks to a gigabyte is read through, and held nowhere. */
    @Test
    void check_ofABomb_isRefusedInLittleMemory() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("rows/client.jsonl"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 1_024; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(out.size()).isLessThan(2 << 20);
        assertFault(out.toByteArray(), ArchiveFault.CUT_OFF);
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
