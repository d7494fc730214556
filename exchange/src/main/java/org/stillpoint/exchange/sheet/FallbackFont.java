package org.stillpoint.exchange.sheet;

import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Fonts for letters that Source Sans does not have, in the order in which they are asked: Noto of 2020 (Google, SIL Open Font License 1.1) and Droid
 * Sans Fallback 2.55b (Google, Apache License 2.0), as Debian 12 has them. They are of one weight, and of those scripts whose letters stand side by
 * side, or join as Arabic does.
 */
enum FallbackFont {
    LATIN_GREEK_CYRILLIC("Noto Sans", "NotoSans-Regular.ttf"),
    ARMENIAN("Noto Sans Armenian", "NotoSansArmenian-Regular.ttf"),
    GEORGIAN("Noto Sans Georgian", "NotoSansGeorgian-Regular.ttf"),
    HEBREW("Noto Sans Hebrew", "NotoSansHebrew-Regular.ttf"),
    ARABIC("Noto Naskh Arabic", "NotoNaskhArabic-Regular.ttf"),
    CHINESE_JAPANESE_KOREAN("Droid Sans Fallback", "DroidSansFallback.ttf");

    /** No font here has letters from here on; a rare ideograph beyond is named (Unicode's planes 0 to 2). */
    private static final int BEYOND_LETTERS = 0x30000;

    private final String face;
    private final String file;

    FallbackFont(String face, String file) {
        this.face = face;
        this.file = file;
    }

    String face() {
        return face;
    }

    InputStream open() {
        return OwnFonts.font(file);
    }

    /** The first font with this code point. */
    static Optional<FallbackFont> of(int codePoint) {
        return Others.LETTERS.entrySet().stream()
                .filter(font -> font.getValue().contains(codePoint))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether the font that pages are set in has this code point; blanks need no letter. */
    static boolean isUsual(int codePoint) {
        return Usual.LETTERS.contains(codePoint) || Character.isSpaceChar(codePoint);
    }

    private static UnicodeSet letters(InputStream opened) {
        try (InputStream in = opened;
                TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
            CmapLookup glyphs = font.getUnicodeCmapLookup();
            UnicodeSet letters = new UnicodeSet();
            for (int codePoint = 0; codePoint < BEYOND_LETTERS; codePoint++) {
                if (glyphs.getGlyphId(codePoint) != 0) {
                    letters.add(codePoint);
                }
            }
            return letters.freeze();
        } catch (IOException notInTheProgram) {
            throw new UncheckedIOException(notInTheProgram);
        }
    }

    /** What the usual font has letters for; read once, when the first page is made. */
    private static final class Usual {
        private static final UnicodeSet LETTERS = letters(OwnFonts.regular());
    }

    /** What the others have letters for; read once, when a page first asks for one of them. */
    private static final class Others {
        private static final Map<FallbackFont, UnicodeSet> LETTERS = inOrder();

        private static Map<FallbackFont, UnicodeSet> inOrder() {
            Map<FallbackFont, UnicodeSet> sets = new EnumMap<>(FallbackFont.class);
            for (FallbackFont font : values()) {
                sets.put(font, letters(font.open()));
            }
            return Collections.unmodifiableMap(sets);
        }
    }
}
