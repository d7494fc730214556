package org.stillpoint.app.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

class TablesCommandTest {
    @TempDir
    Path folder;

    private final Client ann = Client.added(new PrivateText("+Ann"), OptionalInt.of(1980), Instant.now());

    private Path data() {
        return folder.resolve("data");
    }

    private Path to() {
        return folder.resolve("tables");
    }

    @BeforeEach
    void keepOneClient() throws IOException {
        Files.createDirectories(data());
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            store.clients().add(ann);
        }
    }

    @Test
    void tables_ofARecord_areWrittenOnce_andStandInTheAccount() throws IOException {
        Program.Outcome written = Program.run("tables", "--data", data().toString(), "--to", to().toString());

        assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(to().resolve("clients.csv"))).contains("'+Ann");
        assertThat(Files.readString(to().resolve("dictionary.csv"))).contains("check_ins,pain,number");
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            assertThat(store.audit().listOf(ann.id()))
                    .extracting(AuditEntry::act)
                    .contains(Act.EXPORT_CLIENT);
        }
        assertThat(Program.run("tables", "--data", data().toString(), "--to", to().toString())
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void tables_deidentifiedOfTooFew_areRefused_andNothingIsWritten() {
        Program.Outcome refused =
                Program.run("tables", "--data", data().toString(), "--to", to().toString(), "--deidentified");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("Too few");
        assertThat(to()).doesNotExist();
    }
}
