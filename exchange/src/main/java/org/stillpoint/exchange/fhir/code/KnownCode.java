package org.stillpoint.exchange.fhir.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;

/**
 * A code of somebody else that this program writes. Each was looked up (November 2026), none recalled: {@code known_codes.csv} says where it was
 * seen, how surely, and under which licence it may travel.
 */
public enum KnownCode {
    TRAFFIC_ACCIDENT,
    FALL,
    INJURY_ANY,
    ANKLE_SPRAIN_INJURY,
    SURGICAL_PROCEDURE,
    PALPATION_METHOD,
    MUSCLE_TENSION,
    TENDERNESS,
    CONSENT_GIVEN,
    NO_KNOWN_ALLERGY,
    PAIN_NOW,
    PEG_SCORE,
    PHQ9_SCORE,
    GAD7_SCORE,
    PROMIS_PAIN_INTERFERENCE_SCORE,
    SOAP_SUBJECTIVE,
    SOAP_OBJECTIVE,
    SOAP_ASSESSMENT,
    SOAP_PLAN,
    PROGRESS_NOTE,
    CONSENT_DOCUMENT,
    PATIENT_SUMMARY,
    PROBLEMS_SECTION,
    MEDICATIONS_SECTION,
    ALLERGIES_SECTION,
    PROCEDURES_SECTION,
    CATEGORY_SOCIAL_HISTORY,
    CATEGORY_SURVEY,
    CATEGORY_EXAM,
    CATEGORY_THERAPY,
    UNCONFIRMED,
    CONSENT_TREATMENT,
    FLAG_CONTACT,
    FLAG_SAFETY,
    NOT_ASKED,
    UNAVAILABLE,
    DATE_UNKNOWN,
    AMBULATORY,
    CONFIDENTIALITY_NORMAL,
    CONFIDENTIALITY_RESTRICTED,
    PATIENT_RECORD,
    ENTITY_PERSON,
    ROLE_PATIENT,
    AUTHOR_SIGNATURE,
    CONSENT_SIGNATURE;

    private static final String TABLE = "known_codes.csv";

    /**
     * A row of the table.
     *
     * @param display as the source prints it; empty where only an older one was seen, and none is sent
     * @param seenIn where it was read
     */
    public record KnownRow(String system, String code, String display, String licence, String seenIn) {

        public Coding coding() {
            Coding coding = new Coding().setSystem(system).setCode(code);
            return display.isEmpty() ? coding : coding.setDisplay(display);
        }
    }

    /** Read when a code is first asked for, so that a start of the program reads nothing. */
    private static final class KnownRows {
        static final Map<KnownCode, KnownRow> ROWS = read();
    }

    private static Map<KnownCode, KnownRow> read() {
        Map<KnownCode, KnownRow> read = new EnumMap<>(KnownCode.class);
        for (NamedCsvRecord row : CodeTable.read(KnownCode.class, TABLE)) {
            KnownRow before = read.put(
                    valueOf(row.getField("name")),
                    new KnownRow(
                            row.getField("system"),
                            row.getField("code"),
                            row.getField("display"),
                            row.getField("licence"),
                            row.getField("seen_in")));
            CodeTable.require(before == null, TABLE, row.getField("name") + " stands twice");
            CodeTable.require(
                    !row.getField("seen_in").isBlank()
                            && !row.getField("licence").isBlank(),
                    TABLE,
                    row.getField("name") + " says not where it was seen");
        }
        CodeTable.require(read.size() == values().length, TABLE, "a code is missing");
        return read;
    }

    public KnownRow row() {
        return Objects.requireNonNull(KnownRows.ROWS.get(this));
    }

    /** The code with its display, as somebody else prints it. */
    public Coding coding() {
        return row().coding();
    }

    public CodeableConcept concept() {
        return new CodeableConcept(coding());
    }

    /** Whether a concept has this code among its codings. */
    public boolean isIn(CodeableConcept concept) {
        return concept.getCoding().stream()
                .anyMatch(each ->
                        row().system().equals(each.getSystem()) && row().code().equals(each.getCode()));
    }

    public static List<KnownRow> rows() {
        return Arrays.stream(values()).map(KnownCode::row).toList();
    }

    /** The code for the score of a questionnaire, by the practice's own short name of it. */
    public static Optional<KnownCode> ofScore(String instrument) {
        return switch (instrument) {
            case "peg" -> Optional.of(PEG_SCORE);
            case "phq9" -> Optional.of(PHQ9_SCORE);
            case "gad7" -> Optional.of(GAD7_SCORE);
            case "promis_pain_interference" -> Optional.of(PROMIS_PAIN_INTERFERENCE_SCORE);
            default -> Optional.empty();
        };
    }
}
