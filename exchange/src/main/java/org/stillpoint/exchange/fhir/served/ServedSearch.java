package org.stillpoint.exchange.fhir.served;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.fhir.served.BadSearch.SearchFault;
import org.stillpoint.exchange.fhir.served.DateSpan.Prefix;

/** Which resources one value of one parameter asks for. Commas stand between what may be either. */
public final class ServedSearch {
    private static final ServedParameter LAST_UPDATED =
            new ServedParameter("_lastUpdated", ServedParameter.ParameterKind.DATE, "lastUpdated");
    private static final int LETTERS_OF_A_PREFIX = 2;

    private final ZoneId zone;

    /** @param zone of dates without one */
    public ServedSearch(ZoneId zone) {
        this.zone = zone;
    }

    /** @throws BadSearch if the value is none of the parameter's */
    public Predicate<Resource> by(ServedParameter parameter, String value) {
        return any(values(value).stream().map(one -> one(parameter, one)).toList());
    }

    /** By when they were changed last. */
    public Predicate<Resource> byLastUpdated(String value) {
        Predicate<Base> asked = any(values(value).stream()
                .map(one -> date(LAST_UPDATED.name(), one))
                .toList());
        return resource -> asked.test(resource.getMeta().getLastUpdatedElement());
    }

    /** What stands between the commas; one with a backslash before it stands for itself. */
    public static List<String> values(String value) {
        return Arrays.stream(value.split("(?<!\\\\),", -1))
                .map(one -> one.replace("\\,", ",").replace("\\|", "|").replace("\\\\", "\\"))
                .toList();
    }

    private static <T> Predicate<T> any(List<Predicate<T>> either) {
        return value -> either.stream().anyMatch(one -> one.test(value));
    }

    private Predicate<Resource> one(ServedParameter parameter, String value) {
        Predicate<Base> fits =
                switch (parameter.kind()) {
                    case TOKEN -> token(value);
                    case DATE -> date(parameter.name(), value);
                    case URI -> element -> value.equals(element.primitiveValue());
                    case REFERENCE -> element -> element instanceof Reference to && isTo(to, value);
                };
        return resource -> elements(resource, parameter.element()).stream().anyMatch(fits);
    }

    private static List<Base> elements(Resource of, String name) {
        return of.children().stream()
                .filter(child -> child.getName().equals(name))
                .flatMap(child -> child.getValues().stream())
                .filter(element -> element != null && !element.isEmpty())
                .toList();
    }

    /** A reference is asked for as it stands, by its whole address, or by the id alone. */
    static boolean isTo(Reference reference, String asked) {
        String to = reference.getReference();
        return to != null && (to.equals(asked) || asked.endsWith("/" + to) || to.endsWith("/" + asked));
    }

    private static Predicate<Base> token(String value) {
        int bar = value.indexOf('|');
        Optional<String> system = bar < 0 ? Optional.empty() : Optional.of(value.substring(0, bar));
        String code = value.substring(bar + 1);
        return element -> codings(element)
                .anyMatch(one -> (code.isEmpty() ? bar >= 0 : code.equals(one.code()))
                        && system.map(wanted -> wanted.equals(one.system())).orElse(true));
    }

    private record SystemAndCode(String system, String code) {}

    private static Stream<SystemAndCode> codings(Base element) {
        return switch (element) {
            case CodeableConcept concept -> concept.getCoding().stream().flatMap(ServedSearch::codings);
            case Coding coding -> Stream.of(new SystemAndCode(text(coding.getSystem()), text(coding.getCode())));
            case Identifier identifier ->
                Stream.of(new SystemAndCode(text(identifier.getSystem()), text(identifier.getValue())));
            default ->
                element.isPrimitive()
                        ? Stream.of(new SystemAndCode("", text(element.primitiveValue())))
                        : Stream.empty();
        };
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    private Predicate<Base> date(String name, String value) {
        String start = value.length() < LETTERS_OF_A_PREFIX
                ? ""
                : value.substring(0, LETTERS_OF_A_PREFIX).toUpperCase(Locale.ROOT);
        Optional<Prefix> named = Arrays.stream(Prefix.values())
                .filter(prefix -> prefix.name().equals(start))
                .findFirst();
        String date = named.isPresent() ? value.substring(LETTERS_OF_A_PREFIX) : value;
        DateSpan asked = DateSpan.find(date, zone)
                .orElseThrow(() -> new BadSearch(
                        SearchFault.INVALID,
                        ("The parameter %s holds no date of FHIR. Write 2026, 2026-03, 2026-03-02 or"
                                        + " 2026-03-02T12:00:00Z, with eq, ne, gt, lt, ge, le, sa or eb before it.")
                                .formatted(name)));
        Prefix prefix = named.orElse(Prefix.EQ);
        return element -> span(element).map(time -> time.is(prefix, asked)).orElse(false);
    }

    private Optional<DateSpan> span(Base element) {
        if (element instanceof Period period) {
            Optional<DateSpan> from = find(period.getStartElement().getValueAsString());
            Optional<DateSpan> until = find(period.getEndElement().getValueAsString());
            return from.isEmpty() && until.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new DateSpan(
                            from.map(DateSpan::from).orElse(Instant.MIN),
                            until.map(DateSpan::until).orElse(Instant.MAX)));
        }
        return element.isPrimitive() ? find(element.primitiveValue()) : Optional.empty();
    }

    private Optional<DateSpan> find(@Nullable String written) {
        return written == null ? Optional.empty() : DateSpan.find(written, zone);
    }
}
