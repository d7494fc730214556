package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.keeping.ErasureReceipt;
import org.stillpoint.record.keeping.ErasureReceipt.ScannedFile;

/** An erased client's key is in no file, also where somebody was reading. */
class ErasureTest implements StoredPractice {
    @RegisterExtension
    private final SqliteExtension record = new SqliteExtension();

    @Override
    public Store store() {
        return record.store();
    }

    @Override
    public TestClock clock() {
        return record.clock();
    }

    @Override
    public void reopen() {
        record.reopen();
    }

    private byte[] wrappedKey(Client client) throws SQLException {
        try (Connection connection = record.raw();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select wrapped_key from client where id = '" + client.id() + "'")) {
            row.next();
            return row.getBytes(1);
        }
    }

    private boolean isInAFile(byte[] key) throws IOException {
        String sought = new String(key, StandardCharsets.ISO_8859_1);
        for (String name : new String[] {Database.SQLITE_FILE, Database.SQLITE_FILE + "-wal"}) {
            Path file = record.settings().folder().resolve(name);
            if (Files.exists(file)
                    && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(sought)) {
                return true;
            }
        }
        return false;
    }

    @Test
    void erase_withNobodyReading_leavesAReceiptThatNamesWhatWasLookedThrough() throws Exception {
        Client ann = addClient("Ann");
        addTold(ann, Practice.carAccident("fear"));
        byte[] key = wrappedKey(ann);
        assertThat(isInAFile(key)).as("the search sees what is there").isTrue();

        store().clients().erase(ann.id());
        ErasureReceipt receipt = store().keeping().findReceipt(ann.id()).orElseThrow();
        assertThat(receipt.rows()).isEqualTo(1);
        assertThat(receipt.finishedAt()).isPresent();
        assertThat(receipt.scanned()).extracting(ScannedFile::name).contains(Database.SQLITE_FILE);
        assertThat(isInAFile(key)).isFalse();
        assertThat(ErasedIds.in(record.settings().folder()).ids()).containsExactly(ann.id());
        store().clients().erase(ann.id());
        assertThat(store().keeping().findReceipt(ann.id())).contains(receipt);
    }

    @Test
    void erase_whileSomebodyReads_isRememberedAndFinishedAtTheNextStart() throws Exception {
        Client ann = addClient("Ann");
        byte[] key = wrappedKey(ann);
        try (Connection reader = record.raw();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            try (ResultSet rows = statement.executeQuery("select count(*) from client")) {
                rows.next();
            }
            store().clients().erase(ann.id());
            assertThat(store().keeping().findReceipt(ann.id()))
                    .hasValueSatisfying(
                            receipt -> assertThat(receipt.finishedAt()).isEmpty());
            assertThat(store().keeping().listUnfinished()).hasSize(1);
            assertThat(isInAFile(key)).isTrue();
        }
        reopen();
        assertThat(store().keeping().listUnfinished()).isEmpty();
        assertThat(store().keeping().findReceipt(ann.id()))
                .hasValueSatisfying(receipt -> assertThat(receipt.finishedAt()).isPresent());
        assertThat(isInAFile(key)).isFalse();
        assertThat(record.settings().folder().resolve("erasing")).doesNotExist();
    }
}
