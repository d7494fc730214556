package org.stillpoint.practice.asking;

import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.questionnaire.Instrument;
import org.stillpoint.evidence.questionnaire.InstrumentText;
import org.stillpoint.evidence.questionnaire.Instruments;
import org.stillpoint.record.setting.PracticeLanguage;

/**
 * One that can be filled in.
 *
 * @param instrument its short name
 * @param name its own name
 * @param wordingFrom where its wording was read, and how sure that is; empty where none is known in the language: then it is not offered
 * @param licence under which its wording is shown
 * @param scoreFrom where its score comes from
 * @param missingRule what is done where answers are missing
 */
public record OfferedQuestionnaire(
        String instrument,
        String name,
        Optional<String> wordingFrom,
        String licence,
        String scoreFrom,
        String missingRule) {

    /** All, in the order in which they are offered. */
    public static List<OfferedQuestionnaire> in(PracticeLanguage language) {
        return Instruments.list().stream()
                .map(instrument -> of(
                        instrument,
                        Instruments.text(instrument.id(), language.locale().getLanguage())))
                .toList();
    }

    private static OfferedQuestionnaire of(Instrument instrument, Optional<InstrumentText> text) {
        return new OfferedQuestionnaire(
                instrument.id(),
                AskedSheet.name(instrument.id()),
                text.map(known -> known.source() + " (" + known.howRead() + ")"),
                instrument.licence(),
                instrument.scoringSource(),
                instrument.missingRule());
    }

    /** Whether there is a wording in the language. */
    public boolean isOffered() {
        return wordingFrom.isPresent();
    }
}
