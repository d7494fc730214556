package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.Id;

/** What is done to keep a record, while a server of its own process has it open: one server for all of it. */
@Execution(ExecutionMode.CONCURRENT)
class KeepingBesideTest {
    @TempDir
    Path temporary;

    private static void isDone(Program.Outcome outcome) {
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.OK);
    }

    private static void isRefused(Program.Outcome outcome) {
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err())
                .contains("in use by another running Stillpoint")
                .doesNotContain("Exception");
    }

    @Test
    void besideAServer_whatReadsIsDone_andWhatWritesIsRefused() throws Exception {
        String data = temporary.resolve("data").toString();
        String key = temporary.resolve("data/master.key").toString();
        Path nightly = temporary.resolve("nightly");
        String all = temporary.resolve("all").toString();
        String elsewhere = temporary.resolve("elsewhere").toString();
        try (RunningPractice server =
                RunningPractice.start(Path.of(data), "--backup-after", "1", "--backups", nightly.toString())) {
            assertThat(server.firstStartCode()).isNotEmpty();
            Program.Outcome backup = Program.run(
                    "backup", "--data", data, "--to", temporary.resolve("to").toString());
            isDone(backup);
            isDone(Program.run("verify", newest(temporary.resolve("to")).toString(), "--key-file", key));
            isDone(Program.run("verify", "--data", data));
            isDone(Program.run("export", "--all", all, "--data", data));
            Files.createDirectory(Path.of(elsewhere));
            isDone(Program.run("import", all, "--data", elsewhere, "--key-file", key));
            isDone(Program.run("verify", "--data", elsewhere, "--key-file", key));
            isDone(Program.run("audit", "verify", "--data", data));
            isDone(Program.run("ledger", "verify", "--data", data));
            isDone(Program.run("key", "code", "--data", data));
            isRefused(Program.run("key", "rotate", "--data", data));
            String nobody = Id.random().toString();
            isRefused(Program.run("erase", nobody, "--data", data, "--confirm", nobody));
            isRefused(Program.run("account", "invite", "therapist", "--data", data));
            isRefused(Program.run("account", "reset", "somebody", "--data", data));
            isDone(Program.run("account", "list", "--data", data));
            isRefused(Program.run("copy", nobody, "--data", data, "--to", all + ".html"));
            String head = told(server, Pattern.compile("backup \\S+ holds; head of the account ([0-9a-f]{64})"));
            assertThat(Program.run("audit", "verify", "--data", data, "--head", head)
                            .code())
                    .as("the head that was told is one of the account")
                    .isEqualTo(ExitCode.OK);
            isDone(Program.run("verify", newest(nightly).toString(), "--key-file", key));
        }
        isDone(Program.run("key", "rotate", "--data", data));
        isDone(Program.run("verify", "--data", data));
    }

    /** Waits until the server has said something. */
    private static String told(RunningPractice server, Pattern what) throws InterruptedException {
        for (int tenth = 0; tenth < 300; tenth++) {
            Matcher said = what.matcher(server.log());
            if (said.find()) {
                return said.group(1);
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it has said nothing like " + what + ", but\n" + server.log());
    }

    private static Path newest(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".backup"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no backup in " + folder));
        }
    }

    /** Without a terminal, a passphrase or a choice, nothing is made. */
    @Test
    void firstStart_withNoPassphraseAndNoChoice_saysWhatIsNeededAndMakesNothing() {
        Path data = temporary.resolve("first");
        Program.Outcome outcome = Program.run("serve", "--data", data.toString(), "--port", "0");

        assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
        assertThat(outcome.err()).contains("STILLPOINT_NEW_PASSPHRASE", "--clear-key");
        assertThat(data).doesNotExist();
    }
}
