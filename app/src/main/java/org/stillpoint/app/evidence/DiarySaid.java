package org.stillpoint.app.evidence;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Turn;
import org.stillpoint.evidence.diary.Verdict;
import org.stillpoint.words.DiaryWords;
import org.stillpoint.words.Speaker;

/** What the command line says of a diary: the sentences of the pages, in English, and names that other programs may rely on. */
final class DiarySaid {

    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);

    private DiarySaid() {}

    /** The plain sentence first. */
    static List<String> of(DiaryReport report) {
        return DiaryWords.of(report).sentences().stream().map(SPEAKER::say).toList();
    }

    static String of(Verdict verdict) {
        return switch (verdict) {
            case CHANGED -> "changed";
            case TOO_SMALL -> "too small to matter";
            case UNCLEAR -> "no clear change";
            case TOO_EARLY -> "too early to tell";
        };
    }

    static String of(Turn turn) {
        return switch (turn) {
            case BETTER -> "changed for the better";
            case WORSE -> "changed for the worse";
            case TOO_SMALL -> of(Verdict.TOO_SMALL);
            case UNCLEAR -> of(Verdict.UNCLEAR);
            case TOO_EARLY -> of(Verdict.TOO_EARLY);
        };
    }

    /** The estimator whose fits decide. */
    static String rule(DiaryReport report) {
        return report.setting().scale().isPresent()
                ? "drift and noise grid with cautious priors"
                : "drift and noise grid";
    }
}
