package org.stillpoint.exchange.sheet;

import com.ibm.icu.text.Bidi;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * Sets Hebrew and Arabic by Unicode's bidirectional algorithm (UAX #9): a stretch from right to left stays one, with the numbers within it, until its
 * line is known; then its order on paper is worked out, and Arabic letters are joined.
 *
 * <p>openhtmltopdf's own module for it reverses each run by itself, so that what stands around a number changes places.
 */
final class PaperDirection implements BidiReorderer {

    /** Marks come before their letter in the order on paper: the fonts draw them to the right of where they begin. */
    @Override
    public String reorderRTLTextToLTR(String text) {
        Bidi line = new Bidi();
        line.setPara(text, Bidi.RTL, null);
        return line.writeReordered(Bidi.DO_MIRRORING | Bidi.REMOVE_BIDI_CONTROLS);
    }

    @Override
    public String shapeText(String text) {
        return JoinedLetters.of(text);
    }

    @Override
    public String deshapeText(String text) {
        return JoinedLetters.apart(text);
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }

    /** Where the direction changes within a paragraph, as far as the order of lines needs it. */
    static final class PaperStretches implements BidiSplitter {
        private final List<BidiTextRun> stretches = new ArrayList<>();

        @Override
        public void setParagraph(String paragraph, byte base) {
            stretches.clear();
            if (base == RTL || paragraph.isEmpty()) {
                stretches.add(new BidiTextRun(0, paragraph.length(), base));
                return;
            }
            Bidi bidi = new Bidi();
            bidi.setPara(paragraph, Bidi.LTR, null);
            byte[] levels = bidi.getLevels();
            int start = 0;
            for (int at = 1; at <= levels.length; at++) {
                if (at == levels.length || direction(levels[at]) != direction(levels[start])) {
                    stretches.add(new BidiTextRun(start, at - start, direction(levels[start])));
                    start = at;
                }
            }
        }

        /** Numbers within Hebrew or Arabic are of level 2, and belong to it. */
        private static byte direction(byte level) {
            return level == 0 ? LTR : RTL;
        }

        @Override
        public int countTextRuns() {
            return stretches.size();
        }

        @Override
        public BidiTextRun getVisualRun(int index) {
            return stretches.get(index);
        }

        @Override
        public byte getBaseDirection(String paragraph) {
            return PaperLetters.isRightToLeft(paragraph) ? RTL : LTR;
        }
    }
}
