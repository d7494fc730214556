package org.stillpoint.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Backup, verify and restore as they are typed. */
@Execution(ExecutionMode.CONCURRENT)
class BackupCommandsTest {
    @TempDir
    Path temporary;

    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());
    private Path data;

    @BeforeEach
    void keepOneClient() {
        data = temporary.resolve("data");
        try (Store store = Store.open(new StoreSettings.Sqlite(data))) {
            store.clients().add(ann);
        }
    }

    private JsonNode backUp() {
        Program.Outcome outcome = Program.run(
                "backup",
                "--data",
                data.toString(),
                "--to",
                temporary.resolve("to").toString(),
                "--json");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return new JsonMapper().readTree(outcome.out());
    }

    @Test
    void backup_besideAnOpenRecord_isVerifiedAndRestoredElsewhere() throws IOException {
        JsonNode written;
        try (Store open = Store.open(new StoreSettings.Sqlite(data))) {
            assertThat(open.keeping().lastBackup()).isEmpty();
            written = backUp();
            assertThat(open.keeping().lastBackup()).isPresent();
        }
        assertThat(written.get("clients").asInt()).isEqualTo(1);
        assertThat(written.get("records").isNumber()).isTrue();
        String file = written.get("file").asString();
        String key = data.resolve("master.key").toString();

        Program.Outcome verified = Program.run("verify", file, "--key-file", key);
        assertThat(verified.code()).isEqualTo(ExitCode.OK);
        assertThat(verified.out()).contains("1 clients").contains("All of it holds");

        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Program.Outcome restored = Program.run("restore", file, "--data", elsewhere.toString(), "--key-file", key);
        assertThat(restored.code()).as(restored.err()).isEqualTo(ExitCode.OK);
        assertThat(Program.run("verify", "--data", elsewhere.toString(), "--key-file", key)
                        .code())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void verify_ofAFileWithAFlippedBit_saysSoAndFails() throws IOException {
        Path file = Path.of(backUp().get("file").asString());
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
        Program.Outcome outcome = Program.run(
                "verify",
                file.toString(),
                "--key-file",
                data.resolve("master.key").toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("was damaged").doesNotContain("Exception");
    }

    @Test
    void restore_whereARecordIs_isRefused() {
        String file = backUp().get("file").asString();
        Program.Outcome outcome = Program.run("restore", file, "--data", data.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("There is a record already");
    }

    @Test
    void backup_whereNothingIsKept_saysSoAndMakesNothing() {
        Path nowhere = temporary.resolve("nowhere");
        Program.Outcome outcome = Program.run(
                "backup",
                "--data",
                nowhere.toString(),
                "--to",
                temporary.resolve("to").toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("No practice is kept");
        assertThat(nowhere).doesNotExist();
    }
}
