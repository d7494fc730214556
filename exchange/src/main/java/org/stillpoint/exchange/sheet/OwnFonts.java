package org.stillpoint.exchange.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The program's own fonts (Source Sans 3.052, Adobe, SIL Open Font License 1.1; {@link FallbackFont} for other letters), and no others: PDFBox would
 * look for fonts all over the machine and leave a list of them in the user's home.
 */
final class OwnFonts implements FontMapper {

    /** Where an OpenType file keeps the number of its tables, its directory and the length of an entry, bytes (OpenType 1.9). */
    private static final int TABLES = 4;

    private static final int DIRECTORY = 12;
    private static final int ENTRY = 16;

    /** "GSUB", big-endian. */
    private static final int GSUB = 0x47535542;

    private final TrueTypeFont stand;

    OwnFonts() {
        try {
            stand = new TTFParser().parse(new RandomAccessReadBuffer(regular()));
        } catch (IOException notInTheProgram) {
            throw new UncheckedIOException(notInTheProgram);
        }
    }

    static InputStream regular() {
        return font("SourceSans3-Regular.ttf");
    }

    static InputStream semibold() {
        return font("SourceSans3-Semibold.ttf");
    }

    /**
     * A font without its table of ligatures: PDFBox 3.0.3 would join f and t to one letter that no reader can search for.
     * The table stays, under a name that nobody asks for.
     */
    static InputStream font(String file) {
        try (InputStream in = Objects.requireNonNull(OwnFonts.class.getResourceAsStream(file), file)) {
            byte[] font = in.readAllBytes();
            ByteBuffer read = ByteBuffer.wrap(font);
            for (int table = 0; table < read.getShort(TABLES); table++) {
                int entry = DIRECTORY + table * ENTRY;
                if (read.getInt(entry) == GSUB) {
                    read.putInt(entry, GSUB ^ 0xFF);
                }
            }
            return new ByteArrayInputStream(font);
        } catch (IOException notInTheProgram) {
            throw new UncheckedIOException(notInTheProgram);
        }
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor like) {
        return new FontMapping<>(stand, false);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor like) {
        return new FontMapping<>(stand, false);
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor like, @Nullable PDCIDSystemInfo characters) {
        return null;
    }
}
