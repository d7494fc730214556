package org.stillpoint.app.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program as it was built, and what goes along. */
class BuiltProgramTest {
    @TempDir
    Path folder;

    private Path jar() throws IOException {
        Path jar = folder.resolve("stillpoint.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            ZipEntry manifest = new ZipEntry(JarFile.MANIFEST_NAME);
            manifest.setTimeLocal(LocalDateTime.of(2026, 11, 22, 0, 0));
            zip.putNextEntry(manifest);
            zip.write("Manifest-Version: 1.0\nImplementation-Version: 1.2.3\nClass-Path: lib/one.jar lib/two.jar\n"
                    .getBytes(StandardCharsets.UTF_8));
        }
        Path libraries = Files.createDirectory(folder.resolve("lib"));
        for (String name : new String[] {"one", "two", "of-an-earlier-build"}) {
            Files.writeString(libraries.resolve(name + ".jar"), name);
        }
        return jar;
    }

    @Test
    void of_readsVersionTimeAndLibraries_ofTheManifestAlone() throws IOException {
        BuiltProgram program = BuiltProgram.of(jar());

        assertThat(program.version()).isEqualTo("1.2.3");
        assertThat(program.made()).isEqualTo("2026-11-22T00:00:00Z");
        assertThat(program.libraries())
                .extracting(library -> library.getFileName().toString())
                .containsExactly("one.jar", "two.jar");
    }

    @Test
    void packedAt_isTheBuildsTime_orTheOneThatIsNamed() throws IOException {
        BuiltProgram program = BuiltProgram.of(jar());

        assertThat(program.packedAt(null)).isEqualTo(program.made());
        assertThat(program.packedAt("1764547200")).isEqualTo("2025-12-01T00:00:00Z"); // date -u -d @1764547200
        for (String none : new String[] {"", "soon", "99999999999999999"}) {
            assertThatThrownBy(() -> program.packedAt(none))
                    .isInstanceOf(CannotPackage.class)
                    .hasMessageContaining("SOURCE_DATE_EPOCH");
        }
    }

    @Test
    void bill_ofMaterials_namesTheRuntimeToo() throws IOException {
        BuiltProgram program = BuiltProgram.of(jar());
        assertThatThrownBy(() -> BillOfMaterials.of(program))
                .isInstanceOf(CannotPackage.class)
                .hasMessageContaining("stillpoint.bom.json is missing");

        Files.writeString(program.bill(), "{\"bomFormat\": \"CycloneDX\", \"components\": [{\"name\": \"one\"}]}");
        JsonNode bill = new JsonMapper().readTree(BillOfMaterials.of(program));
        assertThat(bill.get("components")).hasSize(2);
        JsonNode runtime = bill.get("components").get(1);
        assertThat(runtime.get("type").asString()).isEqualTo("platform");
        assertThat(runtime.get("version").asString()).isEqualTo(System.getProperty("java.runtime.version"));
        assertThat(runtime.get("licenses").get(0).get("expression").asString()).startsWith("GPL-2.0");
    }

    @Test
    void installation_holdsWhatItTakes_andNothingElse() throws IOException {
        BuiltProgram program = BuiltProgram.of(jar());
        Files.writeString(program.bill(), "{\"components\": []}");
        Path runtime = Files.createDirectories(folder.resolve("runtime/bin"));
        Files.writeString(runtime.resolve("java"), "");

        assertThat(Installation.of(program, runtime.getParent()).names())
                .containsExactly(
                        "LICENSE",
                        "NOTICE",
                        "bin/stillpoint",
                        "install.md",
                        "program/lib/one.jar",
                        "program/lib/two.jar",
                        "program/stillpoint.bom.json",
                        "program/stillpoint.jar",
                        "runtime/bin/java");
    }

    /** In a test the program runs from its classes. */
    @Test
    void package_ofWhatIsNoJar_saysSoAndWritesNothing() {
        Program.Outcome outcome =
                Program.run("package", "--to", folder.resolve("out").toString());

        assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.err()).contains("build it first").doesNotContain("Exception");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void target_isNamedAsDebianNamesIt() {
        assertThat(Target.of("Linux", "amd64")).hasToString("linux-amd64");
        assertThat(Target.of("Linux", "aarch64").ofDebian()).contains("arm64");
        assertThat(Target.of("Linux", "riscv64").ofDebian()).isEmpty();
        assertThat(Target.of("Mac OS X", "aarch64")).hasToString("macos-arm64");
        assertThat(Target.of("Mac OS X", "aarch64").ofDebian()).isEmpty();
    }
}
