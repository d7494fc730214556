package org.stillpoint.app.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The package as Debian's own programs read it; bench/package installs a whole one in a clean root. */
class DebianPackageTest {
    private static final Instant MADE = Instant.parse("2026-11-22T00:00:00Z");

    @TempDir
    Path folder;

    /** What a program of this machine says, and its exit code at the end. */
    private static String said(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return said + "exit " + process.waitFor();
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(each -> Files.isExecutable(Path.of(each, program)));
    }

    private Path written(String name) throws IOException {
        PackedTree tree = DebianPackage.tree(
                new PackedTree().put("bin/stillpoint", PackedFile.WrittenFile.script(Installation.file("launch"))));
        Path deb = folder.resolve(name);
        DebianPackage.write(tree, DebianPackage.control(tree, "1.2.3", "amd64"), MADE, deb);
        return deb;
    }

    @Test
    void write_isReadByDpkg() throws Exception {
        assumeTrue(isThere("dpkg-deb"), "skipped: there is no dpkg-deb on this machine");
        String deb = written("one.deb").toString();

        assertThat(said(List.of("dpkg-deb", "--field", deb, "Package", "Version", "Architecture", "Installed-Size")))
                .contains("Package: stillpoint\n", "Version: 1.2.3\n", "Architecture: amd64\n")
                .containsPattern("Installed-Size: [1-9]\\d+\n")
                .endsWith("exit 0");
        assertThat(said(List.of("dpkg-deb", "--contents", deb)))
                .contains(
                        "-rwxr-xr-x root/root",
                        "./usr/lib/stillpoint/bin/stillpoint\n",
                        "./usr/bin/stillpoint -> ../lib/stillpoint/bin/stillpoint\n",
                        "./usr/sbin/stillpoint-practice\n",
                        "./usr/lib/systemd/system/stillpoint.service\n",
                        "./etc/default/stillpoint\n",
                        "./usr/share/doc/stillpoint/copyright\n")
                .endsWith("exit 0");
        assertThat(said(List.of("dpkg-deb", "--info", deb)))
                .contains("conffiles", "postinst", "prerm", "postrm")
                .endsWith("exit 0");
    }

    @Test
    void write_twice_isTheSameBytes() throws IOException {
        assertThat(written("one.deb")).hasSameBinaryContentAs(written("two.deb"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"launch", "stillpoint-practice", "postinst", "prerm", "postrm"})
    void scripts_areOfThePlainShell(String name) throws Exception {
        assumeTrue(isThere("sh"), "skipped: there is no sh on this machine");
        Path script = Files.writeString(folder.resolve(name), Installation.file(name));

        assertThat(Installation.file(name)).startsWith("#!/bin/sh\n").containsPattern("\nset -e");
        assertThat(said(List.of("sh", "-n", script.toString()))).isEqualTo("exit 0");
    }

    /** What is removed is the program: neither script removes what a practice has kept, or what opens it. */
    @ParameterizedTest
    @ValueSource(strings = {"prerm", "postrm"})
    void scripts_ofRemoval_keepTheRecord(String name) {
        assertThat(Installation.file(name).lines().filter(line -> line.contains("rm -")))
                .noneMatch(line -> line.contains("/var/lib") || line.contains("/etc") || line.contains("$"));
    }

    @Test
    void service_isUnderstoodBySystemd() throws Exception {
        assumeTrue(isThere("systemd-analyze"), "skipped: there is no systemd-analyze on this machine");
        Path unit = Files.writeString(folder.resolve("stillpoint.service"), Installation.file("stillpoint.service"));

        assertThat(said(List.of("systemd-analyze", "verify", unit.toString())).lines())
                .as("all that is wrong is that it is not installed here")
                .allMatch(line -> line.contains("/usr/lib/stillpoint/bin/stillpoint is not executable")
                        || line.startsWith("exit "));
    }

    /** Of 10 points of exposure; own choice, 2026: what systemd itself calls OK ends at 4, and ours is 1.4. */
    @Test
    void service_isHardened() throws Exception {
        assumeTrue(isThere("systemd-analyze"), "skipped: there is no systemd-analyze on this machine");
        Path unit = Files.writeString(folder.resolve("stillpoint.service"), Installation.file("stillpoint.service"));

        assertThat(said(List.of(
                        "systemd-analyze",
                        "security",
                        "--no-pager",
                        "--offline=true",
                        "--threshold=15",
                        unit.toString())))
                .contains("Overall exposure level for stillpoint.service")
                .endsWith("exit 0");
        assertThat(Installation.file("stillpoint.service").lines())
                .contains(
                        "User=stillpoint",
                        "NoNewPrivileges=yes",
                        "ProtectSystem=strict",
                        "CapabilityBoundingSet=",
                        "StateDirectory=stillpoint",
                        "StateDirectoryMode=0700");
    }

    @Test
    void containerfile_needsTheArchiveAlone() {
        assertThat(Installation.file("Containerfile").lines().filter(line -> line.matches("(FROM|ADD|COPY) .*")))
                .containsExactly("FROM docker.io/library/debian:bookworm-slim", "ADD @ARCHIVE@ /usr/lib/");
        assertThat(Installation.file("Containerfile")).doesNotContain("apt-get").contains("USER stillpoint");
    }
}
