package org.stillpoint.words;

/** What is said of FHIR of other systems: of what cannot be read, the rest of a sentence that starts with the file. */
public enum FhirWords implements Label {
    // What cannot be read
    NO_SUCH_FILE,
    TOO_LARGE,
    NOT_UTF_8,
    EMPTY,
    NOT_FHIR,
    TOO_DEEP,
    TOO_MANY_PARTS,
    HUGE_NUMBER,
    DOCTYPE,
    DAMAGED,
    VERSION_DSTU2,
    VERSION_STU3,
    VERSION_R4B,
    VERSION_R5,
    ANOTHER_PERSON,
    NO_ROW_OF_JSON,

    // The page of what a file proposes
    TITLE,
    LEAD,
    FILE,
    FILE_HINT,
    FILE_TOO_LARGE,
    NO_FILE,
    PROPOSALS,
    NOTHING_PROPOSED,
    CHOOSE,
    THEIR_WORDS,
    THEY_TELL_IT,
    IS_TOLD,
    DAY_OF_WRITING,
    WITHOUT_DATE,
    HAS_NO_NAME,
    MAY_NOT_BE_MEANT,
    HAS_DIED,
    SPEAKS_OF_SELF_HARM,
    NOT_READ;

    /** @param type of the resources, as FHIR names it */
    public record PassedOver(String type, int count) implements Message {}

    /** @param element as it stands in the file */
    public record NoPartOfR4(String element) implements Message {}

    public record OfSomebodyElse(int count) implements Message {}

    /** Of a PHQ-9. */
    public record SumsDiffer(long stated, int counted) implements Message {}
}
