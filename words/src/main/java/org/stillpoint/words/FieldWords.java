package org.stillpoint.words;

import java.time.Year;

/** What the field knows: published findings and added studies. */
public enum FieldWords implements Label {
    TITLE,
    HEADING,
    NO_TRIAL,
    REVIEWS,
    EFFECTS,
    FIGURE,
    FIGURE_CAPTION,
    ALL,
    STUDY,
    CONDITION,
    DESIGN,
    PEOPLE,
    COMPARED_WITH,
    OUTCOME,
    EFFECT,
    NOTE,
    NOT_PRINTED,
    ADDED,
    NONE_YET,
    TOGETHER_FIGURE,
    TOGETHER_CAPTION,
    EVERY_WAY,
    EVERY_WAY_CAPTION,
    ESTIMATOR,
    EFFECT_95,
    HARTUNG_KNAPP,
    A_NEW_STUDY,
    FUNNEL_FIGURE,
    ADD,
    AUTHOR_AND_YEAR,
    YEAR,
    OF_PUBLICATION,
    MEASURED,
    SOURCE_HINT,
    KIND,
    KIND_HINT,
    CHOOSE,
    CHOOSE_ONE,
    EFFECT_NUMBER,
    EFFECT_HINT,
    FROM,
    LOWER_END,
    TO,
    UPPER_END,
    ADD_THE_STUDY,
    AROUND,
    ABOVE_ZERO,
    FITS_AS_RATIO,
    FITS_AS_DIFFERENCE,
    FITS_NEITHER;

    public record FewStudies(int studies) implements Message {}

    public record Interval(String type, String value, String low, String high) implements Message {}

    public record StudyName(String name, Year year) implements Message {}

    public record StudyLine(
            String condition,
            String comparison,
            String outcome,
            Message kind,
            String effect,
            String low,
            String high,
            String source)
            implements Message {}

    /** Studies of one kind that is not compared with the published trial. */
    public record OthersTogether(int studies, Message kind, Message effect) implements Message {}

    public record RemoveStudy(String name) implements Message {}

    public record Funnel(Message asymmetry) implements Message {}

    public record AddedAlready(String name) implements Message {}
}
