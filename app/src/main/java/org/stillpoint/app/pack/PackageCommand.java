package org.stillpoint.app.pack;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint package}: what somebody installs who has no Java, no Maven and no sources. */
@Command(
        name = "package",
        mixinStandardHelpOptions = true,
        description = {
            "Packages this program with a Java runtime of its own, for machines like this one: as an archive that runs where it is"
                    + " unpacked, as a package for Debian with a service, and with a Containerfile; what it is made of"
                    + " (CycloneDX), and SHA256SUMS.",
            "The same program and the same Java make the same bytes; SOURCE_DATE_EPOCH names another time for what is inside.",
            "docs/install.md says how it is installed, upgraded and removed."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:written", "1:this machine lacks what it takes, and says what"})
public final class PackageCommand implements Callable<Integer> {

    @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Made where it is not there.")
    private Path to = Path.of("");

    @Option(names = "--json", description = "Print JSON: version, target, made, files with bytes and SHA-256, notes.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    /** What was written, and what was not and why. */
    private record Packaged(List<CheckedFile> files, List<String> notes) {}

    @Override
    public Integer call() throws IOException {
        try {
            BuiltProgram program = BuiltProgram.find()
                    .orElseThrow(() ->
                            new CannotPackage("This program runs from its classes; build it first: ./stillpoint."));
            Instant made = program.packedAt(System.getenv("SOURCE_DATE_EPOCH"));
            Target target = Target.here();
            say(program, target, made, write(program, target, made));
            return ExitCode.OK;
        } catch (CannotPackage missing) {
            spec.commandLine().getErr().println(missing.getMessage());
            return ExitCode.FAILED;
        }
    }

    /** Everything in a folder beside its place, and then at once: nothing half-written is left. */
    private Packaged write(BuiltProgram program, Target target, Instant made) throws IOException {
        Files.createDirectories(to);
        Path work = Files.createTempDirectory(to.toAbsolutePath(), ".package");
        try {
            Path runtime = work.resolve("runtime");
            OwnRuntime.link(runtime);
            Path ready = Files.createDirectory(work.resolve("ready"));
            PackedTree installation = Installation.of(program, runtime);
            String folder = "stillpoint-" + program.version();
            String archive = folder + "-" + target + ".tar.gz";
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(ready.resolve(archive)))) {
                installation.writeTarGz(out, folder + "/", made);
            }
            Files.write(ready.resolve(folder + ".bom.json"), BillOfMaterials.of(program));
            List<String> notes = new ArrayList<>();
            Optional<String> architecture = target.ofDebian();
            if (architecture.isPresent()) {
                writeForDebian(installation, program, architecture.get(), made, ready);
                writeContainerfile(archive, folder, ready);
            } else {
                notes.add(
                        "No package for Debian and no Containerfile: the Java runtime that goes along is of this machine ("
                                + target + ").");
            }
            List<CheckedFile> files = CheckedFile.allIn(ready);
            Files.writeString(ready.resolve(CheckedFile.LIST), CheckedFile.list(files));
            moveAll(ready, to);
            return new Packaged(files, notes);
        } finally {
            delete(work);
        }
    }

    private static void writeForDebian(
            PackedTree installation, BuiltProgram program, String architecture, Instant made, Path ready)
            throws IOException {
        PackedTree tree = DebianPackage.tree(installation);
        DebianPackage.write(
                tree,
                DebianPackage.control(tree, program.version(), architecture),
                made,
                ready.resolve("stillpoint_%s_%s.deb".formatted(program.version(), architecture)));
    }

    private static void writeContainerfile(String archive, String folder, Path ready) throws IOException {
        Files.writeString(
                ready.resolve("Containerfile"),
                Installation.file("Containerfile").replace("@ARCHIVE@", archive).replace("@FOLDER@", folder));
    }

    private static void moveAll(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.move(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> below = Files.walk(folder)) {
            for (Path each : below.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void say(BuiltProgram program, Target target, Instant made, Packaged written) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(new JsonAnswer()
                    .put("version", program.version())
                    .put("target", target.toString())
                    .put("made", made.toString())
                    .put(
                            "files",
                            written.files().stream().map(CheckedFile::json).toList())
                    .put("notes", written.notes()));
            return;
        }
        out.println("Stillpoint " + program.version() + " for " + target + ", in " + to + ":");
        written.files().forEach(file -> out.printf("  %-40s %,14d bytes%n", file.name(), file.bytes()));
        out.println("  " + CheckedFile.LIST);
        written.notes().forEach(out::println);
    }
}
