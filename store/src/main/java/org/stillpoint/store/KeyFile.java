package org.stillpoint.store;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What stands in the key file: the master keyset, sealed with a key of its own, and that key in one or more wraps. So a passphrase is
 * changed, or the master key rotated, without asking for every other wrap.
 *
 * @param opened whether a database was opened with it: then there must be one
 * @param keyset the master keyset under the sealing key
 */
record KeyFile(boolean opened, KeyWrap.Base64Bytes keyset, List<KeyWrap> wraps) {
    private static final String FORMAT = "stillpoint_key";
    private static final byte[] KEYSET_PLACE = "master.key/keyset".getBytes(StandardCharsets.UTF_8);

    KeyFile {
        wraps = List.copyOf(wraps);
    }

    /** A keyset with the key that seals it: the file, opened. */
    record OpenedKey(KeyFile file, KeysetHandle keyset, byte[] sealing) {

        /** The same keys with another keyset. */
        OpenedKey with(KeysetHandle next) throws GeneralSecurityException {
            return new OpenedKey(new KeyFile(file.opened, sealed(next, sealing), file.wraps), next, sealing);
        }

        /** With this wrap in the place of those of its kind; a passphrase takes the key out of the clear. */
        OpenedKey with(KeyWrap wrap) {
            List<KeyWrap> kept = new ArrayList<>(file.wraps.stream()
                    .filter(each -> each.kind() != wrap.kind())
                    .filter(each -> wrap.kind() == KeyWrap.WrapKind.RECOVERY_CODE
                            || each.kind() == KeyWrap.WrapKind.RECOVERY_CODE)
                    .toList());
            kept.add(wrap);
            return new OpenedKey(new KeyFile(file.opened, file.keyset, kept), keyset, sealing);
        }

        OpenedKey thatOpened() {
            return new OpenedKey(new KeyFile(true, file.keyset, file.wraps), keyset, sealing);
        }
    }

    /** A new master key that opens by itself. */
    static OpenedKey create() throws GeneralSecurityException {
        return clear(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM), false);
    }

    private static OpenedKey clear(KeysetHandle keyset, boolean opened) throws GeneralSecurityException {
        byte[] sealing = new byte[KeyWrap.KEY_BYTES];
        new SecureRandom().nextBytes(sealing);
        KeyFile file = new KeyFile(opened, sealed(keyset, sealing), List.of(KeyWrap.clear(sealing)));
        return new OpenedKey(file, keyset, sealing);
    }

    private static KeyWrap.Base64Bytes sealed(KeysetHandle keyset, byte[] sealing) throws GeneralSecurityException {
        return KeyWrap.Base64Bytes.of(
                TinkProtoKeysetFormat.serializeEncryptedKeyset(keyset, KeyWrap.aead(sealing), KEYSET_PLACE));
    }

    boolean isInTheClear() {
        return wraps.stream().anyMatch(wrap -> wrap.kind() == KeyWrap.WrapKind.CLEAR);
    }

    /**
     * Opens it by the first wrap of this kind.
     *
     * @return empty where there is no such wrap or the secret is another one
     * @throws GeneralSecurityException if the wrap opens and the keyset does not: it was damaged
     */
    Optional<OpenedKey> open(KeyWrap.WrapKind kind, String secret) throws GeneralSecurityException {
        for (KeyWrap wrap : wraps) {
            Optional<byte[]> sealing = wrap.kind() == kind ? wrap.open(secret) : Optional.empty();
            if (sealing.isPresent()) {
                KeysetHandle opened = TinkProtoKeysetFormat.parseEncryptedKeyset(
                        keyset.bytes(), KeyWrap.aead(sealing.get()), KEYSET_PLACE);
                return Optional.of(new OpenedKey(this, opened, sealing.get()));
            }
        }
        return Optional.empty();
    }

    /** What stands in it for those who have only a secret: nothing in the clear. */
    KeyFile withoutClear() {
        return new KeyFile(
                opened,
                keyset,
                wraps.stream()
                        .filter(wrap -> wrap.kind() != KeyWrap.WrapKind.CLEAR)
                        .toList());
    }

    /** @throws GeneralSecurityException if this is no key file */
    static KeyFile read(byte[] bytes) throws GeneralSecurityException {
        try {
            JsonNode json = Json.parse(bytes);
            return json.has(FORMAT) ? of(json) : ofAnOlderProgram(bytes);
        } catch (RuntimeException garbage) { // every parser beneath has failures of its own
            throw new GeneralSecurityException("no key file", garbage);
        }
    }

    static KeyFile of(JsonNode json) {
        List<KeyWrap> wraps = new ArrayList<>();
        json.required("wraps").forEach(wrap -> wraps.add(KeyWrap.of(wrap)));
        KeyWrap.Base64Bytes keyset = KeyWrap.Base64Bytes.of(new KeyWrap.Base64Bytes(Json.text(json, "keyset")).bytes());
        return new KeyFile(json.required("opened").asBoolean(), keyset, wraps);
    }

    /** Before there were wraps the file was a keyset in the clear; whether a database was opened with it did not stand there. */
    private static KeyFile ofAnOlderProgram(byte[] bytes) throws GeneralSecurityException {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return clear(TinkJsonProtoKeysetFormat.parseKeyset(text, InsecureSecretKeyAccess.get()), false)
                .file();
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put(FORMAT, 1).put("opened", opened).put("keyset", keyset.text());
        ArrayNode all = json.putArray("wraps");
        wraps.forEach(wrap -> all.add(wrap.json()));
        return json;
    }

    /** Whole or not at all: written beside, forced to the disk, then given its name. */
    void write(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(beside);
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(beside, options, FolderLock.ownerOnly(file, "rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(Json.bytes(json()));
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
        forceFolder(file);
    }

    static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && FolderLock.hasPermissions(folder)) { // elsewhere a folder cannot be opened to be forced
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
