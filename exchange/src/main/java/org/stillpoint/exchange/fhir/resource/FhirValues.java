package org.stillpoint.exchange.fhir.resource;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hl7.fhir.r4.model.Annotation;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;

/** Values of the record as values of FHIR, and back. */
final class FhirValues {
    private static final String UCUM = "http://unitsofmeasure.org";

    /** An offset of nothing is +00:00: that of a clock which shows UTC, where Z says that nobody knows the clock. */
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:MM", "+00:00")
            .toFormatter(Locale.ROOT);

    private FhirValues() {}

    static InstantType exact(Instant at) {
        return new InstantType(at.toString());
    }

    static DateTimeType moment(Instant at) {
        return new DateTimeType(at.toString());
    }

    /** On the clock of whoever said it; in UTC where nobody knows. */
    static DateTimeType moment(Instant at, Optional<ZoneOffset> offset) {
        return offset.map(there -> new DateTimeType(WITH_OFFSET.format(at.atOffset(there))))
                .orElseGet(() -> moment(at));
    }

    /** What the clock of whoever said it was from UTC; empty where it is written in UTC. */
    static Optional<ZoneOffset> offset(BaseDateTimeType written) {
        String text = written.getValueAsString();
        return text.endsWith("Z")
                ? Optional.empty()
                : Optional.of(OffsetDateTime.parse(text).getOffset());
    }

    static DateTimeType day(LocalDate day) {
        return new DateTimeType(day.toString());
    }

    static Instant instant(BaseDateTimeType written) {
        return OffsetDateTime.parse(written.getValueAsString()).toInstant();
    }

    static LocalDate localDay(BaseDateTimeType written) {
        return LocalDate.parse(written.getValueAsString());
    }

    /** A share or a score, as exactly as the record has it. */
    static DecimalType decimal(double value) {
        return new DecimalType(BigDecimal.valueOf(value));
    }

    static Quantity score(Score0To10 score) {
        return quantity(score.value(), "{score}");
    }

    static Quantity quantity(double value, String unit) {
        return new Quantity()
                .setValue(BigDecimal.valueOf(value))
                .setSystem(UCUM)
                .setCode(unit)
                .setUnit(unit);
    }

    static Score0To10 score(Quantity written) {
        return new Score0To10(written.getValue().doubleValue());
    }

    static Score0To10 score(DecimalType written) {
        return new Score0To10(written.getValue().doubleValue());
    }

    static Annotation annotation(String text) {
        Annotation annotation = new Annotation().setText(text);
        if (!text.strip().equals(text)) {
            OwnExtension.EXACT_WORDS.add(annotation, new StringType(text));
        }
        return annotation;
    }

    static PrivateText words(Optional<StringType> text) {
        return text.map(StringType::getValue).map(PrivateText::new).orElse(PrivateText.NONE);
    }

    static PrivateText words(Annotation written) {
        return new PrivateText(OwnExtension.EXACT_WORDS
                .find(written, StringType.class)
                .map(StringType::getValue)
                .orElseGet(written::getText));
    }

    static void recorded(DomainResource in, Instant at, Version version) {
        OwnExtension.RECORDED_AT.add(in, exact(at));
        version(in, version);
    }

    static void version(DomainResource in, Version version) {
        OwnExtension.VERSION_NUMBER.add(in, new PositiveIntType(version.number()));
    }

    static Version version(DomainResource in) {
        return OwnExtension.VERSION_NUMBER
                .find(in, PositiveIntType.class)
                .map(number -> new Version(number.getValue()))
                .orElse(Version.FIRST);
    }

    static Optional<Instant> recordedAt(DomainResource in) {
        return OwnExtension.RECORDED_AT.find(in, InstantType.class).map(FhirValues::instant);
    }

    static void narrate(DomainResource in, String... lines) {
        FhirText.narrate(in, List.of(lines));
    }

    /** An extension that has parts of its own. */
    static Extension parts(OwnExtension which) {
        return new Extension(which.url());
    }

    static void part(Element of, String name, Type value) {
        of.addExtension(new Extension(name, value));
    }

    static Optional<String> part(Element of, String name) {
        return of.getExtension().stream()
                .filter(each -> name.equals(each.getUrl()))
                .map(each -> each.getValue().primitiveValue())
                .findFirst();
    }
}
