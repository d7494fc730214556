package org.stillpoint.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

class EraseCommandTest {
    @TempDir
    Path folder;

    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());

    @BeforeEach
    void keepOneClient() {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            store.clients().add(ann);
        }
    }

    private Program.Outcome erase(String... more) {
        String[] all = new String[4 + more.length];
        System.arraycopy(new String[] {"erase", ann.id().toString(), "--data", folder.toString()}, 0, all, 0, 4);
        System.arraycopy(more, 0, all, 4, more.length);
        return Program.run(all);
    }

    @Test
    void erase_confirmedTwice_leavesAReceiptAndAnEntryInTheAccount() {
        Program.Outcome outcome = erase("--confirm", ann.id().toString(), "--again", "erase for ever");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out())
                .contains("Erased: client " + ann.id())
                .contains("looked through stillpoint.db")
                .doesNotContain("Ann");
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            assertThat(store.clients().list()).isEmpty();
            assertThat(store.audit().latest(1))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.act()).isEqualTo(Act.ERASE_CLIENT));
        }
        assertThat(erase("--confirm", ann.id().toString(), "--again", "erase for ever")
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void erase_notConfirmedTwice_changesNothing() {
        assertThat(erase().code()).isEqualTo(ExitCode.USAGE);
        assertThat(erase("--confirm", ann.id().toString()).code()).isEqualTo(ExitCode.USAGE);
        assertThat(erase("--confirm", "another", "--again", "erase for ever").code())
                .isEqualTo(ExitCode.USAGE);
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            assertThat(store.clients().list()).containsExactly(ann);
        }
    }
}
