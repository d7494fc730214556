package org.stillpoint.evidence.questionnaire;

import java.util.List;

/**
 * The wording of a questionnaire in one language, word for word as its source has it (texts.csv).
 *
 * @param stem what stands above every item, with how far back it asks
 * @param again what stands there when activities that were named before are asked for again; else as {@code stem}
 * @param items what is asked, in order; none where the client names activities of their own
 * @param choices the answers in words, the first with the value {@code low}, each further one by one apart; none where numbers are answered
 * @param ends the words at the two ends of the numbers, by item; one pair for all items where there is but one
 * @param credit who made it, as the form says
 * @param source where this wording was read
 * @param howRead how sure it is that this is the validated wording
 */
public record InstrumentText(
        String stem,
        String again,
        List<String> items,
        List<ChoiceText> choices,
        List<NumberEnds> ends,
        String credit,
        String source,
        String howRead) {

    /** An answer in words, and what it counts. */
    public record ChoiceText(int value, String text) {}

    /** What the lowest and the highest number mean. */
    public record NumberEnds(String low, String high) {}

    /** @param item from 1 */
    public NumberEnds ends(int item) {
        return ends.get(Math.min(item, ends.size()) - 1);
    }
}
