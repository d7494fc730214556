package org.stillpoint.app.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same files make the same archive, wherever and whenever they were made. */
class PackedTreeTest {
    private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");
    private static final String LONG = "long/" + "a name that is longer than tar's hundred letters ".repeat(3) + ".txt";

    @TempDir
    Path folder;

    private Path files(String name, Instant touched, String permissions) throws IOException {
        Path made = Files.createDirectories(folder.resolve(name + "/bin"));
        Path run = Files.writeString(made.resolve("run"), "#!/bin/sh\n");
        Files.setPosixFilePermissions(run, PosixFilePermissions.fromString(permissions));
        Files.setLastModifiedTime(run, FileTime.from(touched));
        Files.createSymbolicLink(made.resolve("other"), Path.of("run"));
        Files.writeString(folder.resolve(name + "/read me"), "text");
        return folder.resolve(name);
    }

    private static byte[] packed(PackedTree tree) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        tree.writeTarGz(out, "stillpoint-1/", MADE);
        return out.toByteArray();
    }

    @Test
    void writeTarGz_ofTheSameFiles_isTheSameBytes() throws IOException {
        byte[] first = packed(new PackedTree()
                .put(LONG, PackedFile.WrittenFile.text("x"))
                .putAll("program", files("one", Instant.parse("2020-01-01T00:00:00Z"), "rwxr-xr-x")));
        byte[] second = packed(new PackedTree()
                .putAll("program", files("two", Instant.parse("2030-12-31T23:59:59Z"), "rwx------"))
                .put(LONG, PackedFile.WrittenFile.text("x")));
        byte[] other = packed(new PackedTree()
                .putAll("program", files("three", Instant.parse("2030-12-31T23:59:59Z"), "rw-------"))
                .put(LONG, PackedFile.WrittenFile.text("x")));

        assertThat(second).isEqualTo(first);
        assertThat(other).as("no longer run by anybody").isNotEqualTo(first);
    }

    @Test
    void writeTarGz_keepsNamesModesAndLinks_ofNobody() throws IOException {
        byte[] archive = packed(new PackedTree()
                .putAll("program", files("one", MADE, "rwx------"))
                .put(LONG, PackedFile.WrittenFile.text("x")));

        List<String> seen = new ArrayList<>();
        try (TarArchiveInputStream in =
                new TarArchiveInputStream(new GZIPInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                seen.add("%s %o %s%s"
                        .formatted(
                                entry.getName(),
                                entry.getMode() & 0777,
                                entry.isSymbolicLink() ? "-> " + entry.getLinkName() : "",
                                new String(in.readAllBytes(), StandardCharsets.UTF_8).strip()));
                assertThat(entry.getLastModifiedTime().toInstant()).isEqualTo(MADE);
                assertThat(entry.getLongUserId() + entry.getLongGroupId()).isZero();
            }
        }
        assertThat(seen)
                .containsExactly(
                        "stillpoint-1/ 755 ",
                        "stillpoint-1/long/ 755 ",
                        "stillpoint-1/program/ 755 ",
                        "stillpoint-1/program/bin/ 755 ",
                        "stillpoint-1/" + LONG + " 644 x",
                        "stillpoint-1/program/bin/other 777 -> run",
                        "stillpoint-1/program/bin/run 755 #!/bin/sh",
                        "stillpoint-1/program/read me 644 text");
    }
}
