package org.stillpoint.exchange.table;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.stillpoint.exchange.table.TextFormat.Encoding;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/**
 * A file of any form that people send, opened as lines of fields.
 *
 * @param lines from the first on, read once
 * @param encoding how its text is written, or that it is a workbook
 * @param separator between its fields; empty for a workbook
 * @param decimalComma whether a comma may be a decimal sign, because fields are not separated by commas
 * @param excelZero what Excel's day numbers in it count from, in days since 1970
 * @param source to be closed
 */
record Opened(
        Iterator<TableLine> lines,
        Message encoding,
        Optional<Message> separator,
        boolean decimalComma,
        long excelZero,
        Closeable source) {

    /** 1899-12-30 in days since 1970: the day before Excel's day 1, and the day more that it believes 1900 to have had. */
    static final long EXCEL_ZERO = -25_569;

    /** 1904-01-01 in days since 1970: day 0 of workbooks that were made on older Macs. */
    static final long MAC_ZERO = -24_107;

    /** Bytes of text that are read from one file; a table of 325,787 entries has 8 MB. */
    static final long MOST_BYTES = 64L << 20;

    /** Bytes of text that one page sends, unpacked: all diaries of one person's life fit. */
    static final long MOST_SENT = 4L << 20;

    private static final int HEAD = 512;

    /** Bytes, from the front, as often as they are needed. */
    private interface Bytes {
        InputStream open() throws IOException;
    }

    static Opened of(Path file, HowToRead how, Problems problems) throws IOException {
        if (Files.isDirectory(file)) {
            throw problems.stop(TableWords.FOLDER);
        }
        Bytes bytes = Files.isRegularFile(file)
                ? () -> new BufferedInputStream(Files.newInputStream(file))
                : once(file, problems);
        return of(bytes, MOST_BYTES, how, problems);
    }

    static Opened of(byte[] sent, HowToRead how, Problems problems) throws IOException {
        return of(() -> new ByteArrayInputStream(sent), MOST_SENT, how, problems);
    }

    private static Opened of(Bytes bytes, long most, HowToRead how, Problems problems) throws IOException {
        byte[] head = head(bytes);
        if (head.length == 0) {
            throw problems.stop(TableWords.EMPTY);
        }
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return Workbook.open(bytes.open(), most, how, problems);
        }
        boolean gzipped = head.length > 1 && head[0] == 0x1f && head[1] == (byte) 0x8b;
        Bytes plain = gzipped ? () -> new GZIPInputStream(bytes.open(), 1 << 16) : bytes;
        TextFormat.otherFormat(gzipped ? head(plain) : head).ifPresent(what -> {
            throw problems.stop(what);
        });
        Encoding encoding = encoding(plain, most, how, problems);
        return CsvLines.open(reader(plain.open(), encoding.charset()), encoding.said(), problems);
    }

    static Opened of(String text, Problems problems) throws IOException {
        return CsvLines.open(new StringReader(text), ReadWords.PASTED, problems);
    }

    /** What cannot be read twice is kept, as far as a table may go. */
    private static Bytes once(Path file, Problems problems) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] all = in.readNBytes((int) MOST_BYTES / 2 + 1);
            if (all.length > MOST_BYTES / 2) {
                throw problems.stop(new TableWords.TooMuchFromPipe(AsTyped.of(MOST_BYTES >> 21)));
            }
            return () -> new ByteArrayInputStream(all);
        }
    }

    private static byte[] head(Bytes bytes) throws IOException {
        try (InputStream in = bytes.open()) {
            return in.readNBytes(HEAD);
        }
    }

    private static Encoding encoding(Bytes bytes, long most, HowToRead how, Problems problems) throws IOException {
        try (InputStream in = bytes.open()) {
            if (how.encoding().isEmpty()) {
                return TextFormat.encoding(in, most, problems);
            }
            Charset told = how.encoding().get();
            if (in.skip(most + 1) > most) {
                throw problems.stop(new TableWords.TooMuchToldText(AsTyped.of(most >> 20)));
            }
            return new Encoding(told, new ReadWords.AsTold(told.name()));
        }
    }

    static Reader reader(InputStream bytes, Charset charset) {
        return new InputStreamReader(
                bytes,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
