package org.stillpoint.exchange.sheet;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;

/**
 * A printed text in parts, in words that are ready to be read.
 *
 * @param title what it is; of the file too, so that it holds nobody's name
 * @param name of the client, or of the practice; may be empty
 * @param beside what stands small beside the name; may be empty
 * @param made on which day it was made; empty where that is not said
 * @param lead what is said first
 * @param foot what is said last, small
 */
public record PlainSheet(
        String title,
        String name,
        String beside,
        String made,
        List<String> lead,
        List<PlainPart> parts,
        List<String> foot,
        PaperSize paper) {

    /** How large the paper is; ISO 216. */
    public enum PaperSize {
        A4,
        A5
    }

    /**
     * A part.
     *
     * @param title may be empty
     * @param texts a paragraph each; a line feed begins another
     * @param struck whether it counts no more
     * @param chart stands below the texts
     */
    public record PlainPart(String title, List<String> texts, boolean struck, Optional<Chart> chart) {
        public PlainPart(String title, List<String> texts, boolean struck) {
            this(title, texts, struck, Optional.empty());
        }
    }
}
