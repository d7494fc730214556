package org.stillpoint.app.pack;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.spi.ToolProvider;

/** The Java runtime that goes along: this one, of the modules that the program uses, linked by its own {@code jlink}. */
final class OwnRuntime {
    /**
     * What {@code jdeps} finds in the program and its libraries (bench/package asks it), and what they find by name: the days and numbers of
     * every country (jdk.localedata), foreign letters in files (jdk.charsets), archives as folders (jdk.zipfs), and what tells how the
     * machine fares (jdk.management). Left out is what nothing of ours calls: the FHIR validator's own server (jdk.httpserver) and a tool that
     * writes ICU's documentation (jdk.javadoc).
     */
    static final List<String> MODULES = List.of(
            "java.se",
            "jdk.charsets",
            "jdk.jfr",
            "jdk.localedata",
            "jdk.management",
            "jdk.net",
            "jdk.unsupported",
            "jdk.zipfs");

    private OwnRuntime() {}

    /**
     * @param to a folder that is not there yet
     * @throws CannotPackage if this Java cannot
     */
    static void link(Path to) {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new CannotPackage("This Java (" + System.getProperty("java.home")
                        + ") has no jlink: it is itself such a runtime. Package from the sources, with a JDK."));
        StringWriter said = new StringWriter();
        PrintWriter told = new PrintWriter(said, true);
        int code = jlink.run(
                told,
                told,
                "--add-modules",
                String.join(",", MODULES),
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                "--output",
                to.toString());
        if (code != 0) {
            throw new CannotPackage(
                    "jlink made no runtime; it said: " + said.toString().strip());
        }
    }
}
