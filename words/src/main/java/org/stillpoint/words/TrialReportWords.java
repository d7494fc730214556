package org.stillpoint.words;

import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.questionnaire.Instruments;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;

/** A report of a trial in one person by the items of CENT (2015), or of a diary where nothing was drawn by lot: the page that makes it, and its words. */
public enum TrialReportWords implements Label {
    TITLE,
    HINT,
    HINT_OF_GAPS,
    DRAFTED,
    TYPED,
    MAKE,
    NOT_REPORTED,
    BY_CENT,
    BY_SCRIBE,
    OF_A_TRIAL,
    OF_A_DIARY,
    NO_LOT,
    NOT_OVER,
    NO_TEST,
    DESIGN_START,
    DESIGN_PAIRS,
    DESIGN_PHASES,
    DESIGN_DIARY,
    NO_WASH_OUT,
    ASKS_NOW,
    ASKS_SINCE,
    NO_QUALITY,
    DRAWN_BY_PROGRAM,
    SEALED_WHOLE,
    KNOWN_TO_ALL,
    NOBODY_CHOSE,
    NOT_BLIND,
    NO_SHAM,
    LOT_TEST,
    DIARY_METHOD,
    EXPECTED_SCATTER,
    OTHER_MEASURES,
    CARRY_OVER,
    DEPENDENCE,
    SERIES_ONLY,
    NO_YES_OR_NO,
    NOT_STOPPED,
    NO_BASELINE,
    NO_RED_FLAG,
    LIMIT_SEEN,
    LIMIT_LOT,
    NOT_REGISTERED,
    WITHOUT_SESSIONS,
    MEAN_OF_PERIOD;

    /** @param number of the checklist */
    public record Numbered(String number, Message name) implements Message {}

    public record MeasuredFrom(Message measure, double low, double high) implements Message {}

    record AsksBack(int days) implements Message {}

    public record Possible(int plans, int least) implements Message {}

    public record Sealed(long days) implements Message {}

    public record Planned(int periods, int days) implements Message {}

    public record OfSessions(int sessions) implements Message {}

    /** One period, with or without sessions, in weeks. */
    public record Stretch(int number, boolean with, Message from, Message to, int days, int sessions)
            implements Message {}

    public record StretchSaid(int number, boolean with, int entries, double mean, double least, double most)
            implements Message {}

    public record StretchSilent(int number, boolean with) implements Message {}

    public record Against(long sessions) implements Message {}

    public record StoppedBefore(int plans) implements Message {}

    public record FromTo(Message from, Message to) implements Message {}

    public record Analysed(int entries, int periods) implements Message {}

    public record AlsoAsked(List<Message> measures) implements Message {}

    /** A week below the chart, by its number in the report. */
    public record BelowChart(String number) implements Message {}

    /** The chart for someone who cannot see it; its periods are told in words above it. */
    public record OfChart(Message measure, int entries, int sessions, double low, double high) implements Message {}

    /** How far back a measure asks; empty where that is not known. */
    public static Optional<Message> recall(Measured measured) {
        return switch (measured) {
            case Asked asked -> Optional.of(ASKS_NOW);
            case Questionnaire questionnaire ->
                Instruments.find(questionnaire.key())
                        .map(known -> known.asksBackDays() > 0 ? new AsksBack(known.asksBackDays()) : ASKS_SINCE);
        };
    }

    /** How a diary is judged; nothing where it is not. */
    public static List<Message> method(HowItGoes goes) {
        return goes.report()
                .flatMap(DiaryReport::judged)
                .<List<Message>>map(
                        judged -> judged.cautious() ? List.of(DIARY_METHOD, EXPECTED_SCATTER) : List.of(DIARY_METHOD))
                .orElse(List.of());
    }
}
