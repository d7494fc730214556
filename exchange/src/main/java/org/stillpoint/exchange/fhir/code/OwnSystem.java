package org.stillpoint.exchange.fhir.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.note.NotePart;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.SlowerReason;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;

/**
 * A code system of our own, published with the program: no code of others was found for these, and none is borrowed. What the record names by a
 * constant has the same name here, in small letters with hyphens; what the atlas and the table of measures name keeps its id.
 */
public enum OwnSystem {
    ENTRY,
    EVENT_KIND(EventKind.class),
    EVENT_PROVENANCE(Provenance.class),
    MECHANISM(Mechanism.class),
    FORCE_DIRECTION(ForceDirection.class),
    PAIN_QUALITY(PainQuality.class),
    CHECK_IN_ANSWER,
    MARK,
    MARK_PART,
    RELEASE_SIGN(ReleaseSign.class),
    SPONTANEOUS_SIGN(SpontaneousSign.class),
    SIGN_TO_STOP(SignToStop.class),
    AFTER_STOP(AfterStop.class),
    DIALOGUE_KIND(DialogueKind.class),
    FINDING,
    SAFETY_LEVEL(SafetyLevel.class),
    FLAG_ORIGIN(FlagOrigin.class),
    TOUCH_WISH(TouchWish.class),
    INTAKE_HAND(IntakeHand.class),
    CONSENT_BLOCK(ConsentBlock.class),
    CONSENT_TERM(ConsentTerm.class),
    SENSITIVE_AREA(SensitiveArea.class),
    NOTE_PART(NotePart.class),
    ROLE(Role.class),
    PLAN_REASON(PlanReason.class),
    LEFT_OUT_REASON(LeftOutReason.class),
    SLOWER_REASON(SlowerReason.class),
    PLAN_TURN(PlanTurn.class),
    REQUEST,
    ACT(Act.class),
    ACTOR,
    OUTCOME(AuditEntry.Outcome.class),
    REGION,
    MUSCLE,
    JOINT,
    SCORE;

    /** Where our own resources have their addresses. They are names: nothing is fetched from there. */
    public static final String BASE = "http://stillpoint.org/fhir";

    private static final String TABLE = "own_codes.csv";

    /** What a code means. */
    public record OwnMeaning(String display, String definition) {}

    private static final class OwnCodes {
        static final Map<OwnSystem, Map<String, OwnMeaning>> ALL = read();
    }

    private final Optional<Class<? extends Enum<?>>> constants;

    OwnSystem() {
        this.constants = Optional.empty();
    }

    OwnSystem(Class<? extends Enum<?>> constants) {
        this.constants = Optional.of(constants);
    }

    private static Map<OwnSystem, Map<String, OwnMeaning>> read() {
        Map<OwnSystem, Map<String, OwnMeaning>> read = new EnumMap<>(OwnSystem.class);
        Arrays.stream(values()).forEach(system -> read.put(system, new LinkedHashMap<>()));
        for (NamedCsvRecord row : CodeTable.read(OwnSystem.class, TABLE)) {
            OwnSystem system =
                    valueOf(row.getField("system").toUpperCase(Locale.ROOT).replace('-', '_'));
            add(read, system, row.getField("code"), row.getField("display"), row.getField("definition"));
        }
        Atlas atlas = Atlas.standard();
        atlas.regions()
                .list()
                .forEach(each -> add(
                        read,
                        REGION,
                        each.code(),
                        each.name() + ", " + lower(each.side()),
                        "Pain region of the CHOIR body map"));
        atlas.muscles()
                .list()
                .forEach(each -> add(read, MUSCLE, each.id(), each.id().replace('_', ' '), "Muscle of the atlas"));
        atlas.joints()
                .list()
                .forEach(each -> add(read, JOINT, each.id(), each.id().replace('_', ' '), "Joint of the atlas"));
        Measures.list().forEach(each -> add(read, SCORE, each.id(), each.name(), "Score of a questionnaire"));
        Arrays.stream(Act.values())
                .forEach(each -> add(read, ACT, code(each), lower(each).replace('_', ' '), definition(each)));
        for (OwnSystem system : values()) {
            system.constants.ifPresent(type -> CodeTable.require(
                    of(read, system)
                            .keySet()
                            .equals(Arrays.stream(type.getEnumConstants())
                                    .map(OwnSystem::code)
                                    .collect(Collectors.toSet())),
                    TABLE,
                    system.path() + " is not what the record knows"));
        }
        return read;
    }

    private static String definition(Act act) {
        return switch (act.kind()) {
            case READS -> "Something is read";
            case BEGINS -> "Something begins with a client";
            case CHANGES -> "Something is changed";
        };
    }

    private static Map<String, OwnMeaning> of(Map<OwnSystem, Map<String, OwnMeaning>> all, OwnSystem system) {
        return Objects.requireNonNull(all.get(system));
    }

    private static void add(
            Map<OwnSystem, Map<String, OwnMeaning>> to,
            OwnSystem system,
            String code,
            String display,
            String definition) {
        OwnMeaning before = of(to, system).put(code, new OwnMeaning(display, definition));
        CodeTable.require(before == null, TABLE, code + " stands twice in " + system.path());
        CodeTable.require(!display.isBlank(), TABLE, code + " has no display in " + system.path());
    }

    /** The last part of its address. */
    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The address by which its codes are known. */
    public String url() {
        return BASE + "/CodeSystem/" + path();
    }

    /** The address of the set of all its codes. */
    public String valueSetUrl() {
        return BASE + "/ValueSet/" + path();
    }

    /** Every code with what it means, in the order of the table. */
    public Map<String, OwnMeaning> codes() {
        return Collections.unmodifiableMap(of(OwnCodes.ALL, this));
    }

    /** How a constant of the record is written as a code. */
    public static String code(Enum<?> constant) {
        return lower(constant).replace('_', '-');
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** A code with its display; without one where the system does not have it, as of a muscle of an earlier atlas. */
    public Coding coding(String code) {
        Coding coding = new Coding().setSystem(url()).setCode(code);
        OwnMeaning meaning = codes().get(code);
        return meaning == null ? coding : coding.setDisplay(meaning.display());
    }

    public Coding coding(Enum<?> constant) {
        return coding(code(constant));
    }

    public CodeableConcept concept(String code) {
        Coding coding = coding(code);
        CodeableConcept concept = new CodeableConcept(coding);
        return coding.hasDisplay() ? concept.setText(coding.getDisplay()) : concept;
    }

    public CodeableConcept concept(Enum<?> constant) {
        return concept(code(constant));
    }

    /** The code of this system among the codings. */
    public Optional<String> find(CodeableConcept concept) {
        return concept.getCoding().stream()
                .filter(each -> url().equals(each.getSystem()))
                .map(Coding::getCode)
                .findFirst();
    }

    /** Whether the codings say this code of this system. */
    public boolean says(String code, CodeableConcept concept) {
        return find(concept).filter(code::equals).isPresent();
    }

    /** The constant of the record that a code means. */
    public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String code) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> code(each).equals(code))
                .findFirst();
    }
}
