package org.stillpoint.app.evidence;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;

/** Writes charts, whole or not at all. */
final class Charts {

    private Charts() {}

    static void write(Path file, String svg) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Path half = Files.createTempFile(folder, ".chart", ".svg");
            try {
                Files.writeString(half, svg, StandardCharsets.UTF_8);
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException e) {
            throw new BadInput(Problem.ofFile(String.valueOf(file.getFileName()), "cannot be written there"));
        }
    }
}
