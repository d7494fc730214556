package org.stillpoint.words;

/** Questionnaires that the practice imports: the page, and what of a file is not taken, the rest of a sentence that starts with the file and its item. */
public enum ImportedWords implements Label {
    // What is not taken
    ONLY_JSON,
    NO_QUESTIONNAIRE,
    NO_TITLE,
    NO_LANGUAGE,
    OTHER_LANGUAGE,
    NO_QUESTIONS,
    NO_LINK_ID,
    NOT_OF_A_PERSON,
    LINK_ID_TWICE,
    NO_WORDS,
    SEVERAL_ANSWERS,
    PART_SEVERAL_TIMES,
    UNDER_A_QUESTION,
    NO_CHOICES,
    CHOICE_NOT_TAKEN,
    CHOICE_TWICE,
    CONDITION_NOT_TAKEN,
    ASKS_OF_SELF_HARM,

    // The page
    TITLE,
    LEAD,
    NO_WARNING,
    FILE,
    FILE_HINT,
    LOOK,
    NOT_TAKEN_TITLE,
    WHAT_IT_ASKS,
    LANGUAGE,
    EDITION,
    PUBLISHER,
    ADDRESS,
    COPYRIGHT,
    NO_COPYRIGHT,
    SUM,
    HAS_SUM,
    HAS_NO_SUM,
    PASSED_OVER,
    TAKES_PLACE,
    IS_THERE,
    BY_YES_NO,
    BY_NUMBER,
    BY_WORDS,
    BY_DAY,
    OR_OWN_WORDS,
    SEVERAL,
    IS_REQUIRED,
    UNDER_A_CONDITION,
    MAY_USE,
    MAY_USE_NEEDED,
    KEEP,
    KEPT,
    ALL,
    NONE_YET,
    STOP,
    OFFER,
    NOT_OFFERED;

    /** @param element as it stands in the file */
    public record NotTaken(String element) implements Message {}

    /** @param type as FHIR names it */
    public record TypeNotTaken(String type) implements Message {}

    public record TooLong(int characters, int most) implements Message {}

    public record TooManyQuestions(int questions, int most) implements Message {}

    public record TooManyChoices(int choices, int most) implements Message {}

    /** @param edition the version that its publisher gave it */
    public record ImportedOn(String day, String edition) implements Message {}
}
