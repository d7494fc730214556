package org.stillpoint.app.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.practice.joint.JointProtocol;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint study new}: a draft becomes a protocol. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = {
            "Seals a draft (JSON): adds when, and the hash of all of it. From then on every change is found: a practice refuses a"
                    + " protocol that was changed, and the coordinator a contribution under another one.",
            "The seal proves that nothing was changed afterwards, not that nobody looked before: publish the hash where its day"
                    + " shows, such as in a register of trials."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:sealed", "2:no draft is named", "3:the draft cannot be used, or the file is there already"})
final class NewStudy implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "DRAFT", description = "The draft, as --example prints one.")
    private @Nullable Path draft;

    @Option(names = "--to", paramLabel = "FILE", description = "The protocol; it may not be there yet.")
    private @Nullable Path file;

    @Option(
            names = "--example",
            paramLabel = "KIND",
            description = "Print a draft to begin with: treated-and-waiting or by-lot.")
    private @Nullable String example;

    @Option(names = "--json", description = "Print JSON: file, hash, sealedAt, practices, lastDay.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (example != null) {
            return printExample(example);
        }
        if (draft == null || file == null) {
            spec.commandLine()
                    .getErr()
                    .println("Name a draft and --to FILE; --example treated-and-waiting prints a draft.");
            return ExitCode.USAGE;
        }
        if (Files.exists(file)) {
            spec.commandLine().getErr().println("There is a file " + file + " already; name another.");
            return ExitCode.BAD_INPUT;
        }
        StudyJson.write(file, ProtocolFile.seal(draft, Instant.now().truncatedTo(ChronoUnit.SECONDS)));
        say(ProtocolFile.read(file), file);
        return ExitCode.OK;
    }

    private int printExample(String kind) throws IOException {
        String name = kind.matches("[a-z-]+") ? kind : "none";
        try (InputStream found = NewStudy.class.getResourceAsStream(name + ".json")) {
            if (found == null) {
                spec.commandLine().getErr().println("--example is treated-and-waiting or by-lot.");
                return ExitCode.USAGE;
            }
            spec.commandLine().getOut().print(new String(found.readAllBytes(), StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
            return ExitCode.OK;
        }
    }

    private void say(JointProtocol protocol, Path sealed) {
        if (json) {
            spec.commandLine()
                    .getOut()
                    .println(new JsonAnswer()
                            .put("file", sealed.toString())
                            .put("hash", protocol.hash())
                            .put("sealedAt", protocol.sealedAt().toString())
                            .put("practices", protocol.practices().size())
                            .put("lastDay", protocol.lastDay().toString())
                            .line());
            return;
        }
        spec.commandLine()
                .getOut()
                .printf(
                        "Sealed: %s, for %d practices. Hash: %s%nThe last day of which an entry counts is %s; nobody can contribute"
                                + " before it is over.%n",
                        sealed, protocol.practices().size(), protocol.hash(), protocol.lastDay());
    }
}
