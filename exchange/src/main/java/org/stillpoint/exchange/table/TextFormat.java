package org.stillpoint.exchange.table;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.Question.QuestionSubject;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.ReadWords;
import org.stillpoint.words.TableWords;

/** What kind of bytes a file holds: which text they are, or which other format that cannot be read as text. */
final class TextFormat {

    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private static final int BLOCK = 1 << 16;

    /** Bytes looked at to tell UTF-16 without its mark. */
    private static final int LOOK = 4096;

    /** In Western text far fewer letters than this share carry an accent; in Cyrillic, Greek or Japanese bytes far more. */
    private static final double MOST_ACCENTS = 0.3;

    /** First bytes of what people send instead of a table, and what would help. */
    private static final Map<String, TableWords> OTHERS = Map.of(
            "d0cf11e0", TableWords.OLD_WORKBOOK,
            "25504446", TableWords.PDF,
            "24464c32", TableWords.SPSS,
            "53514c69", TableWords.DATABASE,
            "50415231", TableWords.PARQUET,
            "89504e47", TableWords.PICTURE);

    private TextFormat() {}

    /** What would help where these first bytes are no text at all. */
    static Optional<TableWords> otherFormat(byte[] head) {
        String hex = HexFormat.of().formatHex(head, 0, Math.min(4, head.length));
        if (OTHERS.containsKey(hex)) {
            return Optional.of(OTHERS.get(hex));
        }
        String text = Cells.plain(new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^\u00EF\u00BB\u00BF", ""))
                .toLowerCase(Locale.ROOT);
        if (text.startsWith("<html") || text.startsWith("<!doctype") || text.startsWith("<table")) {
            return Optional.of(TableWords.WEB_PAGE);
        }
        if (text.startsWith("<?xml")) {
            return Optional.of(TableWords.XML);
        }
        return text.startsWith("{\\rtf") ? Optional.of(TableWords.RTF) : Optional.empty();
    }

    /** How a text is written, and how that was told. */
    record Encoding(Charset charset, Message said) {}

    /**
     * Reads all bytes once and tells their encoding: by a mark at the start, by zeros between Latin letters, strictly as UTF-8, else
     * as Windows-1252 where that is safe.
     *
     * @param most bytes; more are refused
     */
    static Encoding encoding(InputStream bytes, long most, Problems problems) throws IOException {
        byte[] block = new byte[BLOCK];
        int got = bytes.readNBytes(block, 0, BLOCK);
        Optional<Encoding> marked = marked(block, got);
        CharsetDecoder strict = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer sink = CharBuffer.allocate(BLOCK + 16);
        ByteBuffer rest = ByteBuffer.allocate(BLOCK + 16);
        ByteCounts seen = new ByteCounts();
        long total = 0;
        boolean utf8 = true;
        while (got > 0) {
            total += got;
            if (total > most) {
                throw problems.stop(new TableWords.TooMuchText(AsTyped.of(most >> 20)));
            }
            if (marked.isEmpty()) {
                seen.count(block, got);
                utf8 = utf8 && decodes(strict, rest, sink, block, got);
            }
            got = bytes.readNBytes(block, 0, BLOCK);
        }
        if (marked.isPresent()) {
            return marked.get();
        }
        rest.flip();
        utf8 = utf8 && !strict.decode(rest, sink.clear(), true).isError();
        if (utf8 && !seen.control) {
            return new Encoding(StandardCharsets.UTF_8, new CommonWords.Verbatim("UTF-8"));
        }
        boolean binary = seen.control || seen.undefined;
        if (binary || seen.high > MOST_ACCENTS * Math.max(1, seen.letters + seen.high)) {
            if (binary) {
                throw problems.stop(TableWords.BINARY);
            }
            throw problems.ask(new Question(
                    QuestionSubject.ENCODING,
                    TableWords.UNKNOWN_ENCODING,
                    "save it as CSV in UTF-8, or name its encoding with --encoding"));
        }
        return new Encoding(WINDOWS_1252, ReadWords.WINDOWS_1252);
    }

    private static boolean decodes(CharsetDecoder strict, ByteBuffer rest, CharBuffer sink, byte[] block, int got) {
        rest.put(block, 0, got).flip();
        CoderResult result = strict.decode(rest, sink.clear(), false);
        rest.compact();
        return !result.isError();
    }

    private static Optional<Encoding> marked(byte[] head, int got) {
        if (got >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.empty(); // UTF-8 says so, and is checked all the same
        }
        if (got >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, new CommonWords.Verbatim("UTF-16")));
        }
        if (got >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16BE, new CommonWords.Verbatim("UTF-16")));
        }
        int even = 0;
        int odd = 0;
        int looked = Math.min(got, LOOK);
        for (int i = 0; i < looked; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        if (looked >= 8 && odd > 0.4 * looked && even == 0) {
            return Optional.of(new Encoding(StandardCharsets.UTF_16LE, ReadWords.UTF_16_WITHOUT_MARK));
        }
        return looked >= 8 && even > 0.4 * looked && odd == 0
                ? Optional.of(new Encoding(StandardCharsets.UTF_16BE, ReadWords.UTF_16_WITHOUT_MARK))
                : Optional.empty();
    }

    /** What bytes were there, for the one decision between Windows-1252 and something that only a person can name. */
    private static final class ByteCounts {
        private long letters;
        private long high;
        private boolean control;
        private boolean undefined;

        void count(byte[] block, int got) {
            for (int i = 0; i < got; i++) {
                int b = block[i] & 0xFF;
                if (b >= 0x80) {
                    high++;
                    undefined |= b == 0x81 || b == 0x8D || b == 0x8F || b == 0x90 || b == 0x9D; // not in Windows-1252
                } else if (b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z') {
                    letters++;
                } else {
                    control |= b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x1A;
                }
            }
        }
    }
}
