package org.stillpoint.app.pack;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The kind of machine that a package is for: this one, whose Java runtime goes along.
 *
 * @param system as in the archive's name
 * @param processor as in the archive's name; on Linux as Debian says it where it knows it
 */
record Target(String system, String processor) {
    private static final Map<String, String> OF_DEBIAN =
            Map.of("amd64", "amd64", "x86_64", "amd64", "aarch64", "arm64");

    /** @param name of the operating system; @param architecture of the processor, both as Java gives them */
    static Target of(String name, String architecture) {
        String system =
                name.startsWith("Mac") ? "macos" : name.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Target(system, OF_DEBIAN.getOrDefault(architecture, architecture));
    }

    static Target here() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** Debian's name of it; empty where there is no Debian for it that we know. */
    Optional<String> ofDebian() {
        return system.equals("linux") && OF_DEBIAN.containsValue(processor) ? Optional.of(processor) : Optional.empty();
    }

    @Override
    public String toString() {
        return system + "-" + processor;
    }
}
