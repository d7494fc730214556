package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationSignatureTest {
    @TempDir
    Path folder;

    private static final byte[] MESSAGE = "what leaves".getBytes(StandardCharsets.UTF_8);

    private InstallationSignature of(String name) {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder.resolve(name)))) {
            return store.signature();
        }
    }

    /** Source: RFC 8032, section 7.1, test 1; the head of the public key: RFC 8410, section 10.1. */
    @Test
    void signature_ofTheSeedOfTheStandard_isThatOfTheStandard() {
        InstallationSignature standard = InstallationSignature.ofSeed(
                HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));

        assertThat(HexFormat.of().formatHex(standard.publicKey()))
                .isEqualTo("302a300506032b6570032100"
                        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        assertThat(HexFormat.of().formatHex(standard.sign(new byte[0])))
                .isEqualTo("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    }

    @Test
    void signature_ofAnInstallation_isTheSameWhenOpenedAgain_andAnothersIsNot() {
        InstallationSignature first = of("one");

        assertThat(of("one").publicKey()).isEqualTo(first.publicKey());
        assertThat(of("one").sign(MESSAGE)).isEqualTo(first.sign(MESSAGE));
        assertThat(of("two").publicKey()).isNotEqualTo(first.publicKey());
    }

    @Test
    void signature_isSoundForJavasOwnVerification_andForNoOtherMessage() throws GeneralSecurityException {
        InstallationSignature own = of("one");
        Signature verifying = Signature.getInstance("Ed25519");
        verifying.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(own.publicKey())));
        verifying.update(MESSAGE);
        assertThat(verifying.verify(own.sign(MESSAGE))).isTrue();
        verifying.update(new byte[] {1});
        assertThat(verifying.verify(own.sign(MESSAGE))).isFalse();
    }

    /** A practice in the middle of a study is put back from its backup: it is still itself. */
    @Test
    void signature_afterAnotherMasterKeyAndARestore_isTheSame() throws IOException {
        Path data = folder.resolve("one");
        InstallationSignature first = of("one");
        StoreSettings settings = new StoreSettings.Sqlite(data);
        assertThat(KeyCare.rotate(settings, false)).isZero();
        assertThat(of("one").publicKey()).isEqualTo(first.publicKey());

        Path backup = Backup.write(settings, folder.resolve("backups"), Clock.systemUTC())
                .file();
        StoreSettings back = new StoreSettings.Sqlite(folder.resolve("back"), KeyPlace.in(data));
        assertThat(Backup.restore(backup, back).checked().faults()).isEmpty();
        try (Store store = Store.open(back)) {
            assertThat(store.signature().publicKey()).isEqualTo(first.publicKey());
        }
    }
}
