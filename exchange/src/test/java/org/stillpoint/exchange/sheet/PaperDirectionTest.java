package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.sheet.PaperDirection.PaperStretches;

/** Right to left: one stretch with its numbers, and the order on paper of UAX #9. Expected by hand, letter by letter. */
class PaperDirectionTest {
    private static final PaperDirection DIRECTION = new PaperDirection();

    private static List<String> stretches(String text, byte base) {
        PaperStretches splitter = new PaperStretches();
        splitter.setParagraph(text, base);
        List<String> found = new ArrayList<>();
        for (int at = 0; at < splitter.countTextRuns(); at++) {
            BidiTextRun run = splitter.getVisualRun(at);
            found.add((run.getDirection() == BidiSplitter.RTL ? "<" : ">")
                    + text.substring(run.getStart(), run.getStart() + run.getLength()));
        }
        return found;
    }

    @Test
    void stretch_fromRightToLeft_keepsTheNumberWithinIt() {
        assertThat(stretches("Lives in רחוב 12 דרום, she says", BidiSplitter.LTR))
                .containsExactly(">Lives in ", "<רחוב 12 דרום", ">, she says");
        assertThat(stretches("יעל said 3", BidiSplitter.RTL)).containsExactly("<יעל said 3");
        assertThat(stretches("plain", BidiSplitter.LTR)).containsExactly(">plain");
    }

    @Test
    void lineOfHebrew_isTurned_numbersAndLatinAreNot_bracketsAreMirrored() {
        assertThat(DIRECTION.reorderRTLTextToLTR("אבג 12 דה")).isEqualTo("הד 12 גבא");
        assertThat(DIRECTION.reorderRTLTextToLTR("אב (ab) גד")).isEqualTo("דג (ab) בא");
        assertThat(DIRECTION.reorderRTLTextToLTR("אב.")).isEqualTo(".בא");
    }

    /** Beh first, middle and last: U+FE91, U+FE92, U+FE90; lam and alef: U+FEFB; after a letter that joins: U+FEFC. */
    @Test
    void arabic_isJoined_andLamWithAlefIsOneLetter() {
        assertThat(DIRECTION.shapeText("ببب")).isEqualTo("\uFE91\uFE92\uFE90");
        assertThat(DIRECTION.shapeText("لا")).isEqualTo("\uFEFB");
        assertThat(DIRECTION.shapeText("بلا")).isEqualTo("\uFE91\uFEFC");
        assertThat(DIRECTION.shapeText("ب\u200Cب")).isEqualTo("ب\u200Cب"); // kept apart by whoever wrote it
        assertThat(DIRECTION.deshapeText("\uFE91")).isEqualTo("ب");
        assertThat(DIRECTION.deshapeText("…")).isEqualTo("…");
    }

    /** Gaf first: U+FB94; yeh of Persian between: U+FBFF; heh of Urdu first and last: U+FBA8, U+FBA7. */
    @Test
    void persianAndUrdu_areJoinedToo() {
        assertThat(DIRECTION.shapeText("گر")).isEqualTo("\uFB94\uFEAE");
        assertThat(DIRECTION.shapeText("بیش")).isEqualTo("\uFE91\uFBFF\uFEB6");
        assertThat(DIRECTION.shapeText("ہہ")).isEqualTo("\uFBA8\uFBA7");
    }

    /** A vowel sign stays above its letter: no room of its own, no stroke that holds it. */
    @Test
    void vowelSign_joinsNothingAndTakesNoRoom() {
        assertThat(DIRECTION.shapeText("بَب")).isEqualTo("\uFE91\u064E\uFE90");
        assertThat(DIRECTION.shapeText("سَلَام")).isEqualTo("\uFEB3\u064E\uFEFC\u064Eم");
        assertThat(DIRECTION.reorderRTLTextToLTR("\uFE91\u064E\uFE90")).isEqualTo("\uFE90\u064E\uFE91");
    }

    @Test
    void rightToLeft_isATextThatBeginsSo_andMostlyIs() {
        assertThat(PaperLetters.isRightToLeft("S: ليلى عبد اللطيف")).isFalse();
        assertThat(PaperLetters.isRightToLeft("יעל came late to the session.")).isFalse();
        assertThat(PaperLetters.isRightToLeft("\"אני נושמת\" (NHS)")).isTrue();
        assertThat(PaperLetters.isRightToLeft("3 + 4")).isFalse();
    }
}
