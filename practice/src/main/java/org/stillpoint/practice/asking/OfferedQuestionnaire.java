package org.stillpoint.practice.asking;

import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.questionnaire.Instrument;
import org.stillpoint.evidence.questionnaire.Instruments;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.setting.PracticeLanguage;

/**
 * One that can be filled in.
 *
 * @param form which
 * @param isOffered whether there is a wording in the client's language
 * @param source where its wording and its score come from
 */
public record OfferedQuestionnaire(AskedForm form, boolean isOffered, FormSource source) {

    /** Where a wording and a score come from. */
    public sealed interface FormSource {
        /**
         * Of the table of instruments.
         *
         * @param wordingFrom where its wording was read, and how sure that is; empty where none is known in the language
         * @param licence under which its wording is shown
         * @param scoreFrom where its score comes from
         * @param missingRule what is done where answers are missing
         */
        record FromTable(Optional<String> wordingFrom, String licence, String scoreFrom, String missingRule)
                implements FormSource {}

        /** Imported by the practice. */
        record FromPractice(PublishedForm form, boolean isScored) implements FormSource {}
    }

    /** Each of these, for somebody who reads this language; one that the practice imported in another language is none of theirs. */
    public static List<OfferedQuestionnaire> in(PracticeLanguage language, List<AskedForm> forms) {
        return forms.stream()
                .filter(form -> form instanceof AskedForm.BuiltInForm || form.isWordedIn(language))
                .map(form -> new OfferedQuestionnaire(form, form.isWordedIn(language), source(form, language)))
                .toList();
    }

    private static FormSource source(AskedForm form, PracticeLanguage language) {
        return switch (form) {
            case AskedForm.ImportedForm imported ->
                new FormSource.FromPractice(
                        imported.imported().form(), imported.imported().isScored());
            case AskedForm.BuiltInForm built -> ofTable(built.built(), language);
        };
    }

    private static FormSource ofTable(Instrument instrument, PracticeLanguage language) {
        return new FormSource.FromTable(
                Instruments.text(instrument.id(), language.locale().getLanguage())
                        .map(known -> known.source() + " (" + known.howRead() + ")"),
                instrument.licence(),
                instrument.scoringSource(),
                instrument.missingRule());
    }

    /** Its short name. */
    public String instrument() {
        return form.instrument();
    }

    /** Its own name. */
    public String name() {
        return form.name();
    }
}
