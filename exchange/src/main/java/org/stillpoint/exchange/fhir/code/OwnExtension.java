package org.stillpoint.exchange.fhir.code;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.instance.model.api.IBaseHasExtensions;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;

/** What FHIR R4 has no place for, as extensions of our own ({@code own_extensions.csv} says of each where it stands and what it holds). */
public enum OwnExtension {
    EVENT_KIND,
    EVENT_PROVENANCE,
    MECHANISM,
    FORCE_DIRECTION,
    DATE_IS_ABOUT,
    SEVERITY_TOLD,
    INTENSITY_FELT,
    NOTE_KIND,
    LOCKED_BY,
    PRONOUNS,
    RELATION,
    STANDS_BY_AS,
    DRAWN_MAP,
    TURNED_WORSE,
    FLAG_ORIGIN,
    PHYSICIAN,
    AGREED_ON,
    MARK_NUMBER,
    JOINT,
    INSTRUMENT,
    NOTE_LINE,
    SIGNED_HASH,
    SIGNING_LOCKS,
    WISH,
    CONSENT_CHOICE,
    SIGNED_AREA,
    CONSENT_TERM,
    DOCUMENT_HASH,
    SIGNED_BY_NAME,
    CONDITION_FOUND,
    ATTENDANCE,
    CANCELLED_AT,
    TOUCH_MAP,
    SAID_BY,
    DONE_ABOUT_IT,
    REGION,
    RECORDED_AT,
    VERSION_NUMBER,
    SAFETY_CHECK,
    NOTE_AMENDMENT,
    NOTE_STRIKE,
    SIGNED_NAME,
    WITHDRAWN_AT,
    REASON_GIVEN,
    EXACT_WORDS,
    PLANNED_SITE,
    FACT_DAY,
    ASK_FIRST,
    PLAN_TURN,
    PLAN_SLOWER,
    PLANNED_MINUTES,
    GOAL_PLACE,
    GOAL_ASKED,
    ASKED_FORM,
    CHOSEN_OPTION,
    ANSWERED_AT,
    ENTRY_NUMBER,
    ENTRY_HASH;

    private static final String TABLE = "own_extensions.csv";

    /**
     * A row of the table.
     *
     * @param value the type of its value; or the name and type of each of its parts
     * @param contexts where it may stand
     */
    public record ExtensionPlace(String value, List<String> contexts, String description) {

        /** The types of its parts by their names; none where it has a value. */
        public Map<String, String> parts() {
            Map<String, String> parts = new LinkedHashMap<>();
            for (String part : value.split(";", -1)) {
                int blank = part.indexOf(' ');
                if (blank > 0) {
                    parts.put(part.substring(0, blank), part.substring(blank + 1));
                }
            }
            return parts;
        }
    }

    private static final class ExtensionRows {
        static final Map<OwnExtension, ExtensionPlace> ALL = read();
    }

    private static Map<OwnExtension, ExtensionPlace> read() {
        Map<OwnExtension, ExtensionPlace> read = new EnumMap<>(OwnExtension.class);
        for (NamedCsvRecord row : CodeTable.read(OwnExtension.class, TABLE)) {
            read.put(
                    valueOf(row.getField("name").toUpperCase(Locale.ROOT).replace('-', '_')),
                    new ExtensionPlace(
                            row.getField("value"),
                            Arrays.asList(row.getField("contexts").split(";", -1)),
                            row.getField("description")));
        }
        CodeTable.require(read.size() == values().length, TABLE, "an extension is missing");
        return read;
    }

    public ExtensionPlace place() {
        return Objects.requireNonNull(ExtensionRows.ALL.get(this));
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String url() {
        return OwnSystem.BASE + "/StructureDefinition/" + path();
    }

    public Extension of(Type value) {
        return new Extension(url(), value);
    }

    public void add(DomainResource to, Type value) {
        to.addExtension(of(value));
    }

    public void add(Element to, Type value) {
        to.addExtension(of(value));
    }

    /** Its values, in the order in which they stand. */
    public List<Extension> list(IBaseHasExtensions in) {
        return in.getExtension().stream()
                .map(Extension.class::cast)
                .filter(each -> url().equals(each.getUrl()))
                .toList();
    }

    public <T extends Type> List<T> values(IBaseHasExtensions in, Class<T> type) {
        return list(in).stream()
                .map(Extension::getValue)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    public <T extends Type> Optional<T> find(IBaseHasExtensions in, Class<T> type) {
        return values(in, type).stream().findFirst();
    }
}
