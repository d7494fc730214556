package org.stillpoint.evidence.diary;

/**
 * Which turn one diary took. Better must matter; worse is worse however small, because harm that is called too small to matter
 * is not looked after.
 */
public enum Turn {
    /** A change for the better that is beyond measurement error and matters. */
    BETTER,
    /** A change for the worse, however small. */
    WORSE,
    /** A change for the better, within measurement error or smaller than what matters. */
    TOO_SMALL,
    /** No change can be told, and a large one would have shown. */
    UNCLEAR,
    /** No change can be told, and even a large one might not have shown yet. */
    TOO_EARLY;

    public static Turn of(DiaryReport report) {
        return switch (report) {
            case DiaryReport.TooFew few -> TOO_EARLY;
            case DiaryReport.WithoutScatter same -> same.early() ? TOO_EARLY : UNCLEAR;
            case DiaryReport.Judged judged ->
                switch (judged.verdict()) {
                    case CHANGED -> judged.better() ? BETTER : WORSE;
                    case TOO_SMALL -> judged.better() ? TOO_SMALL : WORSE;
                    case UNCLEAR -> UNCLEAR;
                    case TOO_EARLY -> TOO_EARLY;
                };
        };
    }
}
