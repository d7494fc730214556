package org.stillpoint.exchange.sheet;

import java.util.List;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.InkStroke;

/**
 * What somebody has signed, as it is printed.
 *
 * @param title of the paper
 * @param document as it was read, word for word
 * @param answers what was chosen, a line each
 * @param signed by whom, when and until when, a line each
 * @param strokes of the pen; none where a name was typed
 * @param alternative what stands for the strokes where they cannot be seen
 * @param withdrawn that it was taken back, and when; or empty
 * @param proof the version of the text and its fingerprint, a line each
 */
public record SignedPaper(
        String title,
        ConsentDocument document,
        List<String> answers,
        List<String> signed,
        List<InkStroke> strokes,
        String alternative,
        String withdrawn,
        List<String> proof) {}
