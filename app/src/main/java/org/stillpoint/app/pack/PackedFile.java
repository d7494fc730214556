package org.stillpoint.app.pack;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What lies under a name in an archive. */
sealed interface PackedFile {

    /** A file of this machine. */
    record CopiedFile(Path from, boolean executable) implements PackedFile {}

    /** A file that was written here. */
    record WrittenFile(byte[] content, boolean executable) implements PackedFile {
        static WrittenFile text(String text) {
            return new WrittenFile(text.getBytes(StandardCharsets.UTF_8), false);
        }

        static WrittenFile script(String text) {
            return new WrittenFile(text.getBytes(StandardCharsets.UTF_8), true);
        }
    }

    /** Another name of a file, as seen from where it lies. */
    record LinkedFile(String to) implements PackedFile {}

    /** A file as it lies there, a symbolic link as a link. */
    static PackedFile of(Path file) throws IOException {
        return Files.isSymbolicLink(file)
                ? new LinkedFile(Files.readSymbolicLink(file).toString())
                : new CopiedFile(file, Files.isExecutable(file));
    }

    /** Bytes; of a link none. */
    default long size() throws IOException {
        return switch (this) {
            case CopiedFile copied -> Files.size(copied.from());
            case WrittenFile written -> written.content().length;
            case LinkedFile _ -> 0;
        };
    }

    /** As tar keeps it: what everybody may do with it. */
    default int mode() {
        return switch (this) {
            case CopiedFile copied -> copied.executable() ? 0755 : 0644;
            case WrittenFile written -> written.executable() ? 0755 : 0644;
            case LinkedFile _ -> 0777;
        };
    }

    default void writeTo(OutputStream out) throws IOException {
        switch (this) {
            case CopiedFile copied -> Files.copy(copied.from(), out);
            case WrittenFile written -> out.write(written.content());
            case LinkedFile _ -> {}
        }
    }
}
