package org.stillpoint.app.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.app.cli.JsonAnswer;

/** A file with what tells whether it arrived whole. */
record CheckedFile(String name, long bytes, String sha256) {
    static final String LIST = "SHA256SUMS";

    /** The files of a folder, by name. */
    static List<CheckedFile> allIn(Path folder) throws IOException {
        List<CheckedFile> checked = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                checked.add(new CheckedFile(file.getFileName().toString(), Files.size(file), sha256(file)));
            }
        }
        return checked;
    }

    /** As {@code sha256sum --check} reads it. */
    static String list(List<CheckedFile> files) {
        return files.stream()
                .map(file -> file.sha256() + "  " + file.name() + "\n")
                .collect(Collectors.joining());
    }

    JsonAnswer json() {
        return new JsonAnswer().put("file", name).put("bytes", bytes).put("sha256", sha256);
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
