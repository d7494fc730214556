package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.CannotOpen.Reason;

/** What opens the master key, and what no longer does. */
class KeyCareTest {
    private static final String WORDS = "six words that nobody else says";

    @TempDir
    Path temporary;

    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.EPOCH);
    private Path folder;
    private KeyPlace key;

    @BeforeEach
    void keepOneClient() {
        folder = temporary.resolve("data");
        key = KeyPlace.in(folder);
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            store.clients().add(ann);
        }
    }

    /** Opens as one that was set does, and takes a thousandth of the time. */
    private void setQuickPassphrase() throws Exception {
        KeyFile.OpenedKey opened = MasterKey.read(key);
        opened.with(KeyWrap.of(KeyWrap.WrapKind.PASSPHRASE, WORDS, opened.sealing(), 64))
                .file()
                .write(key.file());
    }

    private StoreSettings with(String passphrase) {
        return new StoreSettings.Sqlite(folder, new KeyPlace(key.file(), () -> Optional.of(passphrase)));
    }

    private void assertOpens(StoreSettings settings) {
        try (Store store = Store.open(settings)) {
            assertThat(store.clients().list()).containsExactly(ann);
        }
    }

    private static void assertCannotOpen(StoreSettings settings, Reason reason) {
        assertThatThrownBy(() -> Store.open(settings))
                .isInstanceOfSatisfying(
                        CannotOpen.class, cannot -> assertThat(cannot.reason()).isEqualTo(reason));
    }

    @Test
    void passphrase_onceSet_aloneOpensTheKey() throws Exception {
        assertThat(KeyCare.opensByItself(key)).isTrue();
        KeyCare.setPassphrase(key, WORDS);

        assertThat(KeyCare.opensByItself(key)).isFalse();
        assertThat(Files.readString(key.file(), StandardCharsets.UTF_8)).doesNotContain("CLEAR", WORDS);
        assertOpens(with(WORDS));
        assertOpens(with("  " + WORDS));
        assertCannotOpen(with("another passphrase"), Reason.PASSPHRASE_WRONG);
        assertCannotOpen(new StoreSettings.Sqlite(folder), Reason.PASSPHRASE_NEEDED);

        KeyCare.openByItself(with(WORDS).key());
        assertOpens(new StoreSettings.Sqlite(folder));
    }

    @Test
    void recoveryCode_opensTheKeyFileAndABackup_whenThePassphraseIsForgotten() throws Exception {
        setQuickPassphrase();
        String code = KeyCare.newRecoveryCode(with(WORDS).key());
        assertThat(code).matches("([0-9A-Z]{5}-){5}[0-9A-Z]{5}");
        Path backup = Backup.write(with(WORDS), temporary.resolve("to"), Clock.systemUTC())
                .file();

        KeyCare.recover(key.file(), code.toLowerCase(java.util.Locale.ROOT), key, "a new passphrase at last");
        assertOpens(with("a new passphrase at last"));
        assertCannotOpen(with(WORDS), Reason.PASSPHRASE_WRONG);

        Path elsewhere = temporary.resolve("elsewhere");
        KeyPlace found = new KeyPlace(temporary.resolve("found.key"), () -> Optional.of("a third passphrase here"));
        KeyCare.recover(backup, code, found, "a third passphrase here");
        Backup.restore(backup, new StoreSettings.Sqlite(elsewhere, found));
        assertOpens(new StoreSettings.Sqlite(elsewhere, found));

        String wrong = code.startsWith("A") ? "B" + code.substring(1) : "A" + code.substring(1);
        assertThatThrownBy(() -> KeyCare.recover(backup, wrong, found, "a fourth one"))
                .isInstanceOf(CannotOpen.class);
    }

    @Test
    void rotate_wrapsEveryKeyAnew_andKeepsTheEarlierForBackupsUntilItIsForgotten() throws Exception {
        setQuickPassphrase();
        byte[] earlier = Files.readAllBytes(key.file());
        Path before = Backup.write(with(WORDS), temporary.resolve("to"), Clock.systemUTC())
                .file();
        assertThat(KeyCare.rotate(with(WORDS), false)).isEqualTo(1);

        assertOpens(with(WORDS));
        assertThat(Backup.verify(before, with(WORDS).key()).checked().holds()).isTrue();
        byte[] now = Files.readAllBytes(key.file());
        Files.write(key.file(), earlier);
        assertCannotOpen(with(WORDS), Reason.MASTER_KEY_WRONG);
        Files.write(key.file(), now);

        KeyCare.rotate(with(WORDS), true);
        assertOpens(with(WORDS));
        assertThatThrownBy(() -> Backup.verify(before, with(WORDS).key())).isInstanceOf(BadBackup.class);
    }
}
