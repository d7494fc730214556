package org.stillpoint.exchange.fhir.take;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Procedure.ProcedureStatus;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalAdvice;
import org.stillpoint.exchange.fhir.take.ProposedEvent.ProposalReason;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.history.EventDate;

/**
 * A condition or a procedure of another system as something to propose. The rules are those of {@code cases/interop} (November 2026): judgements,
 * no standard.
 */
final class ReadEvent {
    private static final int LONGEST_LABEL = 150;
    private static final int LONGEST_KEPT = 500;
    private static final String NOT_ONSET = "recordedDate (not onset)";

    private static final Pattern NOTHING_KNOWN =
            Pattern.compile("^no (known|current|information)\\b.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Set<String> NOTHING_KNOWN_CODES =
            Set.of("716186003", "787481004", "160245001", "787480003", "1287211007");
    private static final Pattern OF_THE_FAMILY =
            Pattern.compile("\\bfamily (history|member)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEALTH_CONCERN = Pattern.compile("\\bhealth concern\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NORMAL = Pattern.compile("\\bnormal\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INJURY = Pattern.compile(
            "\\b(fracture|rupture|whiplash|laceration|injur(y|ies)|wound|accident|sprain|concussion|burn|dislocation|contusion|trauma)",
            Pattern.CASE_INSENSITIVE);

    /** A date with where it was taken from. */
    private record SourcedDate(String written, String source) {
        static final SourcedDate NONE = new SourcedDate("", "");
    }

    private ReadEvent() {}

    static ProposedEvent of(Condition condition) {
        List<ProposalReason> no = new ArrayList<>();
        String verification = code(condition.getVerificationStatus());
        if (verification.equals("entered-in-error")) {
            no.add(ProposalReason.ENTERED_IN_ERROR);
        }
        if (verification.equals("refuted")) {
            no.add(ProposalReason.REFUTED);
        }
        SourcedDate onset = dated("onset", condition.getOnset());
        SourcedDate date = onset.written().isEmpty() && condition.hasRecordedDate()
                ? new SourcedDate(condition.getRecordedDateElement().getValueAsString(), NOT_ONSET)
                : onset;
        return proposed(
                "Condition",
                condition.getIdElement().getIdPart(),
                condition.getCode(),
                date,
                dated("abatement", condition.getAbatement()).written(),
                code(condition.getClinicalStatus()),
                verification,
                no,
                List.of(),
                true);
    }

    static ProposedEvent of(Procedure procedure) {
        List<ProposalReason> no = new ArrayList<>();
        List<ProposalReason> ask = new ArrayList<>();
        ProcedureStatus status = procedure.getStatus();
        if (status == ProcedureStatus.NOTDONE) {
            no.add(ProposalReason.NOT_DONE);
        }
        if (status == ProcedureStatus.ENTEREDINERROR) {
            no.add(ProposalReason.ENTERED_IN_ERROR);
        }
        if (status == ProcedureStatus.INPROGRESS || status == ProcedureStatus.PREPARATION) {
            ask.add(ProposalReason.IN_PROGRESS);
        }
        return proposed(
                "Procedure",
                procedure.getIdElement().getIdPart(),
                procedure.getCode(),
                dated("performed", procedure.getPerformed()),
                "",
                status == null ? "" : status.toCode(),
                "",
                no,
                ask,
                false);
    }

    private static ProposedEvent proposed(
            String resource,
            @Nullable String id,
            CodeableConcept code,
            SourcedDate date,
            String ended,
            String status,
            String verification,
            List<ProposalReason> no,
            List<ProposalReason> asked,
            boolean mayBeInjury) {
        Optional<String> named = name(code);
        String label = named.or(() -> code.getCoding().stream()
                        .map(Coding::getCode)
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse("");
        if (NOTHING_KNOWN.matcher(label).matches()
                || code.getCoding().stream()
                        .anyMatch(each -> NOTHING_KNOWN_CODES.contains(Objects.requireNonNullElse(each.getCode(), ""))
                                || (each.hasSystem() && each.getSystem().contains("absent-unknown")))) {
            no.add(ProposalReason.NOTHING_KNOWN);
        }
        if (OF_THE_FAMILY.matcher(label).find()) {
            no.add(ProposalReason.OF_THE_FAMILY);
        }
        List<ProposalReason> ask = new ArrayList<>(asked);
        if (label.length() > LONGEST_LABEL || HEALTH_CONCERN.matcher(label).find()) {
            ask.add(ProposalReason.LONG_TEXT);
        }
        if (label.isEmpty()) {
            ask.add(ProposalReason.WITHOUT_NAME);
        }
        if (NORMAL.matcher(label).find()) {
            ask.add(ProposalReason.NORMAL);
        }
        List<ProposalReason> reasons = new ArrayList<>(no);
        reasons.addAll(ask);
        if (named.isEmpty() && !label.isEmpty()) {
            reasons.add(ProposalReason.WITHOUT_NAME); // its code is all that there is: the client gives it a name
        }
        return new ProposedEvent(
                resource,
                id == null ? "" : id,
                new PrivateText(label.length() <= LONGEST_KEPT ? label : label.substring(0, LONGEST_KEPT)),
                code.getCoding().stream()
                        .map(each -> Objects.requireNonNullElse(each.getSystem(), "") + "|"
                                + Objects.requireNonNullElse(each.getCode(), ""))
                        .toList(),
                date.written(),
                when(date.written()),
                date.source(),
                ended,
                status,
                verification,
                no.isEmpty() ? ask.isEmpty() ? ProposalAdvice.YES : ProposalAdvice.ASK : ProposalAdvice.NO,
                List.copyOf(reasons),
                mayBeInjury && INJURY.matcher(label).find(),
                Optional.empty());
    }

    private static Optional<String> name(CodeableConcept code) {
        return Stream.concat(
                        Stream.ofNullable(code.getText()),
                        code.getCoding().stream().map(Coding::getDisplay).filter(Objects::nonNull))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private static String code(CodeableConcept concept) {
        return Objects.requireNonNullElse(concept.getCodingFirstRep().getCode(), "")
                .toLowerCase(Locale.ROOT);
    }

    private static SourcedDate dated(String element, @Nullable Type value) {
        return switch (value) {
            case DateTimeType instant
            when instant.hasValue() || instant.getValueAsString() != null ->
                new SourcedDate(instant.getValueAsString(), element + "DateTime");
            case Period period
            when period.hasStart() ->
                new SourcedDate(period.getStartElement().getValueAsString(), element + "Period.start");
            case null, default -> SourcedDate.NONE;
        };
    }

    /** As the record keeps dates: as much of it as is known, and no time of day. */
    private static Optional<EventDate> when(String written) {
        try {
            return written.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            written.length() > 10
                                    ? EventDate.day(LocalDate.parse(written.substring(0, 10)))
                                    : EventDate.parse(written));
        } catch (BadValue | DateTimeException notKept) {
            return Optional.empty();
        }
    }
}
