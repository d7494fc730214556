package org.stillpoint.anatomy;

/**
 * One of the areas in which pain is marked.
 *
 * @param id the region's code, such as {@code X101}
 * @param codeInRawRowsOfMales code of the same area in uncorrected rows of men (the published table numbers them differently)
 * @param view side of the paper figure
 * @param centre m, on or near the skin
 */
public record PainRegion(
        String id, String codeInRawRowsOfMales, View view, String name, Side side, Point centre, Citation citation)
        implements AtlasEntry {

    /** Which figure of the pair it is drawn on. */
    public enum View {
        FRONT,
        BACK
    }

    /** The region's code, such as {@code X101}. */
    public String code() {
        return id;
    }
}
