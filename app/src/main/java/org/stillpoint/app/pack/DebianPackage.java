package org.stillpoint.app.pack;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;

/** A package for Debian and its kin (deb(5), format 2.0): the program, a service with a user of its own, and what installing does. */
final class DebianPackage {
    private static final String ROOT = "./";
    private static final String PROGRAM = "usr/lib/stillpoint";
    private static final String DOCUMENTS = "usr/share/doc/stillpoint/";
    private static final String SETTINGS = "etc/default/stillpoint";
    private static final int FILE_MODE = 0100644;

    private DebianPackage() {}

    /** Everything that it puts on a machine, under its names there. */
    static PackedTree tree(PackedTree installation) {
        return new PackedTree()
                .putAll(PROGRAM, installation)
                .put("usr/bin/stillpoint", new PackedFile.LinkedFile("../lib/stillpoint/bin/stillpoint"))
                .put(
                        "usr/sbin/stillpoint-practice",
                        PackedFile.WrittenFile.script(Installation.file("stillpoint-practice")))
                .put(
                        "usr/lib/systemd/system/stillpoint.service",
                        PackedFile.WrittenFile.text(Installation.file("stillpoint.service")))
                .put(SETTINGS, PackedFile.WrittenFile.text(Installation.file("default")))
                .put(DOCUMENTS + "install.md", PackedFile.WrittenFile.text(Installation.toRead("install.md")))
                .put(
                        DOCUMENTS + "copyright",
                        PackedFile.WrittenFile.text(
                                Installation.toRead("NOTICE") + "\n" + Installation.toRead("LICENSE")));
    }

    /** What tells dpkg about it. */
    static PackedTree control(PackedTree tree, String version, String architecture) throws IOException {
        return new PackedTree()
                .put(
                        "control",
                        PackedFile.WrittenFile.text(Installation.file("control")
                                .replace("@VERSION@", version)
                                .replace("@ARCHITECTURE@", architecture)
                                .replace("@KIBIBYTES@", String.valueOf(tree.kibibytes()))))
                .put("conffiles", PackedFile.WrittenFile.text("/" + SETTINGS + "\n"))
                .put("postinst", PackedFile.WrittenFile.script(Installation.file("postinst")))
                .put("prerm", PackedFile.WrittenFile.script(Installation.file("prerm")))
                .put("postrm", PackedFile.WrittenFile.script(Installation.file("postrm")));
    }

    /**
     * @param to the file, which is written
     * @param when the time of everything in it
     */
    static void write(PackedTree tree, PackedTree control, Instant when, Path to) throws IOException {
        Path data = to.resolveSibling("data.tar.gz");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(data))) {
                tree.writeTarGz(out, ROOT, when);
            }
            ByteArrayOutputStream about = new ByteArrayOutputStream();
            control.writeTarGz(about, ROOT, when);
            try (ArArchiveOutputStream deb =
                    new ArArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(to)))) {
                put(
                        deb,
                        "debian-binary",
                        new PackedFile.WrittenFile("2.0\n".getBytes(StandardCharsets.US_ASCII), false),
                        when);
                put(deb, "control.tar.gz", new PackedFile.WrittenFile(about.toByteArray(), false), when);
                put(deb, "data.tar.gz", new PackedFile.CopiedFile(data, false), when);
            }
        } finally {
            Files.delete(data);
        }
    }

    private static void put(ArArchiveOutputStream deb, String name, PackedFile file, Instant when) throws IOException {
        deb.putArchiveEntry(new ArArchiveEntry(name, file.size(), 0, 0, FILE_MODE, when.getEpochSecond()));
        file.writeTo(deb);
        deb.closeArchiveEntry();
    }
}
