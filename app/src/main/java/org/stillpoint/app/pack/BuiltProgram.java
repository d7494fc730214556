package org.stillpoint.app.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.RunsFrom;

/**
 * This program as it was built: a jar, the libraries that its manifest names, and the list of what it is made of beside it. What else lies
 * in the folder, of earlier builds or of a machine, is none of it.
 *
 * @param version that the build gave it
 * @param made the time that the build gave everything in the jar, whenever it ran
 */
record BuiltProgram(Path jar, String version, Instant made, List<Path> libraries) {

    /** Where this program runs from; empty where that is no jar, as in a test of the build. */
    static Optional<BuiltProgram> find() throws IOException {
        Path from = RunsFrom.file();
        return Files.isRegularFile(from) ? Optional.of(of(from)) : Optional.empty();
    }

    static BuiltProgram of(Path jar) throws IOException {
        try (JarFile opened = new JarFile(jar.toFile())) {
            Attributes manifest = opened.getManifest().getMainAttributes();
            String classPath = Objects.requireNonNullElse(manifest.getValue(Attributes.Name.CLASS_PATH), "");
            return new BuiltProgram(
                    jar,
                    Objects.requireNonNullElse(manifest.getValue(Attributes.Name.IMPLEMENTATION_VERSION), "0"),
                    opened.getEntry(JarFile.MANIFEST_NAME).getTimeLocal().toInstant(ZoneOffset.UTC),
                    Arrays.stream(classPath.split(" "))
                            .filter(name -> !name.isEmpty())
                            .map(jar::resolveSibling)
                            .toList());
        }
    }

    /**
     * The time of everything that is packaged.
     *
     * @param epoch seconds since 1970 in place of the build's own time (SOURCE_DATE_EPOCH, reproducible-builds.org, 2017); none where it is null
     * @throws CannotPackage where it is no such number
     */
    Instant packedAt(@Nullable String epoch) {
        try {
            return epoch == null ? made : Instant.ofEpochSecond(Long.parseLong(epoch));
        } catch (NumberFormatException | DateTimeException none) {
            throw new CannotPackage(
                    "SOURCE_DATE_EPOCH is a whole number of seconds since 1970, and not \"" + epoch + "\".");
        }
    }

    /** What it is made of (CycloneDX). */
    Path bill() {
        return jar.resolveSibling("stillpoint.bom.json");
    }
}
