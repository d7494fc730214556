package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @TempDir
    Path folder = Path.of("");

    @Test
    void readme_lines_run() {
        Client client = Client.added(
                new PrivateText("Ann Example"), OptionalInt.of(1980), Instant.parse("2026-11-28T09:00:00Z"));

        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            store.clients().add(client);
        }

        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            assertThat(store.clients().get(client.id()).name()).isEqualTo(client.name());
        }
    }
}
