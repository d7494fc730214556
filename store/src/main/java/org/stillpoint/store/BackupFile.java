package org.stillpoint.store;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.StreamingAead;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.streamingaead.PredefinedStreamingAeadParameters;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The form of a backup: one file. A head that says what it is and holds the file's own key under the master key; the rows and the
 * manifest under that key (streaming AES-256-GCM, the head bound to it); a tail with length and SHA-256 of all before, by which a
 * damaged or cut file is told from a wrong key.
 */
final class BackupFile {
    private static final byte[] MAGIC = "STILLPOINT BACKUP\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "\nEND OF BACKUP\n".getBytes(StandardCharsets.US_ASCII);
    private static final int HASH_BYTES = 32;
    private static final int TAIL_BYTES = Long.BYTES + HASH_BYTES + END.length;
    private static final int LONGEST_HEAD = 64 * 1024; // own choice, 2026: some wraps are far less

    /** The form that this program writes. */
    static final int FORMAT = 1;

    private static final byte[] KEY_PLACE = "backup/key".getBytes(StandardCharsets.UTF_8);

    /**
     * What stands in front, in the clear.
     *
     * @param schema how far the database had come
     * @param wrappedKey the key of this file under the master key
     * @param keyFile the master key for those who have a secret, where there is a passphrase or a recovery code
     * @param holdsRows whether the rows of a backup are in it; else an archive is
     */
    record BackupHead(
            int format, int schema, Instant madeAt, String wrappedKey, Optional<KeyFile> keyFile, boolean holdsRows) {
        byte[] bytes() {
            ObjectNode json = Json.object()
                    .put("format", format)
                    .put("schema", schema)
                    .put("made_at", madeAt.toString())
                    .put("wrapped_key", wrappedKey);
            keyFile.ifPresent(file -> json.set("key_file", file.json()));
            if (!holdsRows) {
                json.put("archive", true);
            }
            return Json.bytes(json);
        }

        static BackupHead of(byte[] bytes) {
            JsonNode json = Json.parse(bytes);
            return new BackupHead(
                    json.required("format").asInt(),
                    json.required("schema").asInt(),
                    Json.instant(json, "made_at"),
                    Json.text(json, "wrapped_key"),
                    json.has("key_file") ? Optional.of(KeyFile.of(json.required("key_file"))) : Optional.empty(),
                    !json.has("archive"));
        }
    }

    /** Writes what goes inside. */
    interface Inside {
        void write(OutputStream out) throws IOException;
    }

    private BackupFile() {}

    /** Writes a whole file, which is on the disk when this returns. */
    static void write(Path file, int schema, Instant now, KeyFile.OpenedKey master, Inside inside) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(file, options, FolderLock.ownerOnly(file, "rw-------"))) {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
            write(out, schema, now, master, true, inside);
            channel.force(true);
        }
    }

    /** The same to wherever it goes; it is flushed, and not closed. */
    static void write(
            OutputStream out, int schema, Instant now, KeyFile.OpenedKey master, boolean holdsRows, Inside inside)
            throws IOException {
        try {
            KeysetHandle own = KeysetHandle.generateNew(PredefinedStreamingAeadParameters.AES256_GCM_HKDF_1MB);
            String wrapped = Base64.getEncoder()
                    .encodeToString(
                            TinkProtoKeysetFormat.serializeEncryptedKeyset(own, MasterKey.aead(master), KEY_PLACE));
            KeyFile secrets = master.file().withoutClear();
            byte[] head = new BackupHead(
                            FORMAT,
                            schema,
                            now,
                            wrapped,
                            secrets.wraps().isEmpty() ? Optional.empty() : Optional.of(secrets),
                            holdsRows)
                    .bytes();
            MessageDigest digest = RowStream.sha256();
            CountedOut counted = new CountedOut(new DigestOutputStream(out, digest));
            DataOutputStream digested = new DataOutputStream(counted);
            digested.write(MAGIC);
            digested.writeInt(head.length);
            digested.write(head);
            try (OutputStream sealed = new BufferedOutputStream(
                    own.getPrimitive(RegistryConfiguration.get(), StreamingAead.class)
                            .newEncryptingStream(new LeftOpen(digested), head),
                    1 << 16)) {
                inside.write(sealed);
            }
            digested.flush();
            DataOutputStream tail = new DataOutputStream(out);
            tail.writeLong(counted.written);
            tail.write(digest.digest());
            tail.write(END);
            tail.flush();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("AES-256-GCM is not available", failed);
        }
    }

    /** How much went by. */
    private static final class CountedOut extends FilterOutputStream {
        private long written;

        CountedOut(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }
    }

    /** What is inside is closed by itself; the file goes on with its tail. */
    private static final class LeftOpen extends FilterOutputStream {
        LeftOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            out.flush();
        }
    }

    /** Whether a file begins as a backup does. */
    static boolean isOne(Path file) throws IOException {
        try (DataInputStream in = open(file)) {
            return Arrays.equals(in.readNBytes(MAGIC.length), MAGIC);
        }
    }

    /**
     * The head of a file that is whole.
     *
     * @throws BadBackup if it is none, was cut off or damaged, or a newer program wrote it
     */
    static BackupHead head(Path file) throws IOException {
        long length = Files.size(file);
        if (!isOne(file)) {
            throw new BadBackup(
                    BadBackup.BackupFault.NO_BACKUP,
                    "The file " + file + " is no backup of Stillpoint, or its beginning was damaged.");
        }
        requireWhole(file, length);
        try (DataInputStream in = open(file)) {
            in.skipNBytes(MAGIC.length);
            BackupHead head = BackupHead.of(headBytes(in));
            if (head.format() > FORMAT) {
                throw newer(file);
            }
            return head;
        } catch (RuntimeException | IOException unknown) {
            if (unknown instanceof BadBackup bad) {
                throw bad;
            }
            throw damaged(file, unknown);
        }
    }

    static BadBackup newer(Path file) {
        return new BadBackup(
                BadBackup.BackupFault.NEWER,
                "The backup " + file + " was written by a newer Stillpoint; use that one, nothing was changed.");
    }

    static BadBackup damaged(Path file, Throwable cause) {
        return new BadBackup(
                BadBackup.BackupFault.DAMAGED,
                "The backup " + file + " was damaged: what stands in it is not what was written. Use another copy.",
                cause);
    }

    private static DataInputStream open(Path file) throws IOException {
        return new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16));
    }

    private static byte[] headBytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_HEAD) {
            throw new IOException("no head");
        }
        return in.readNBytes(length);
    }

    private static void requireWhole(Path file, long length) throws IOException {
        BadBackup cut = new BadBackup(
                BadBackup.BackupFault.CUT_OFF,
                "The backup " + file + " was cut off: its end is missing. Use another copy.");
        if (length < MAGIC.length + TAIL_BYTES) {
            throw cut;
        }
        MessageDigest digest = RowStream.sha256();
        try (DataInputStream in = open(file)) {
            InputStream digested = new DigestInputStream(new PartOfFile(in, length - TAIL_BYTES), digest);
            digested.transferTo(OutputStream.nullOutputStream());
            long told = in.readLong();
            byte[] hash = in.readNBytes(HASH_BYTES);
            byte[] end = in.readNBytes(END.length);
            boolean whole = Arrays.equals(digest.digest(), hash);
            if (!whole && !Arrays.equals(end, END)) {
                throw cut;
            }
            if (!whole || told != length - TAIL_BYTES || !Arrays.equals(end, END)) {
                throw damaged(file, new IOException("another hash"));
            }
        }
    }

    /** Reads so far and no further; closing it closes the file. */
    private static final class PartOfFile extends InputStream {
        private final InputStream in;
        private long left;

        @Override
        public void close() throws IOException {
            in.close();
        }

        PartOfFile(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = in.read(into, from, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }

    /** Reads what is inside. */
    interface Reading<T> {
        T read(DataInputStream in) throws IOException;
    }

    /**
     * Decrypts a file whose head was read.
     *
     * @throws BadBackup if the key is another one, or what is inside was changed
     */
    static <T> T read(Path file, BackupHead head, Aead master, Reading<T> reading) throws IOException {
        try (DataInputStream plain = new DataInputStream(stream(file, head, master))) {
            T read = reading.read(plain);
            if (plain.read() >= 0) {
                throw new IOException("more than was written");
            }
            return read;
        } catch (IOException changed) {
            throw damaged(file, changed);
        }
    }

    /**
     * What is inside, as it is decrypted; what was changed in it is told while it is read.
     *
     * @throws BadBackup if the key is another one
     */
    static InputStream stream(Path file, BackupHead head, Aead master) throws IOException {
        StreamingAead own;
        try {
            own = TinkProtoKeysetFormat.parseEncryptedKeyset(
                            Base64.getDecoder().decode(head.wrappedKey()), master, KEY_PLACE)
                    .getPrimitive(RegistryConfiguration.get(), StreamingAead.class);
        } catch (GeneralSecurityException | RuntimeException wrong) {
            throw new BadBackup(
                    BadBackup.BackupFault.WRONG_KEY,
                    "The backup " + file
                            + " is whole, but this master key does not open it; give the right one with --key-file.",
                    wrong);
        }
        DataInputStream in = open(file);
        try {
            in.skipNBytes(MAGIC.length);
            byte[] bytes = headBytes(in);
            long left = Files.size(file) - MAGIC.length - Integer.BYTES - bytes.length - TAIL_BYTES;
            return new BufferedInputStream(own.newDecryptingStream(new PartOfFile(in, left), bytes), 1 << 16);
        } catch (GeneralSecurityException changed) {
            in.close();
            throw damaged(file, changed);
        }
    }
}
