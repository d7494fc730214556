package org.stillpoint.app.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;

/** What lies in the folder of an installed program: bin, program, runtime, and what belongs to read. */
final class Installation {
    private static final String FILES = "/org/stillpoint/app/pack/";
    private static final String TO_READ = "/META-INF/stillpoint/";

    private Installation() {}

    /** @param runtime the folder of the Java runtime that goes along */
    static PackedTree of(BuiltProgram program, Path runtime) throws IOException {
        PackedTree tree = new PackedTree()
                .put("bin/stillpoint", PackedFile.WrittenFile.script(file("launch")))
                .put("program/stillpoint.jar", PackedFile.of(program.jar()))
                .put("program/stillpoint.bom.json", new PackedFile.WrittenFile(BillOfMaterials.of(program), false))
                .put("LICENSE", PackedFile.WrittenFile.text(toRead("LICENSE")))
                .put("NOTICE", PackedFile.WrittenFile.text(toRead("NOTICE")))
                .put("install.md", PackedFile.WrittenFile.text(toRead("install.md")))
                .putAll("runtime", runtime);
        for (Path library : program.libraries()) {
            tree.put("program/lib/" + library.getFileName(), new PackedFile.CopiedFile(library, false));
        }
        return tree;
    }

    /** A file of those that are installed beside the program. */
    static String file(String name) {
        return read(FILES + name);
    }

    /** A page of the sources that goes along. */
    static String toRead(String name) {
        return read(TO_READ + name);
    }

    private static String read(String name) {
        try (InputStream in = Objects.requireNonNull(Installation.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
