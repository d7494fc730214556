package org.stillpoint.exchange.fhir.check;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.PrePopulatedValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.SnapshotGeneratingValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.utilities.http.ManagedWebAccess;
import org.stillpoint.exchange.fhir.check.FhirCheck.CheckFinding;
import org.stillpoint.exchange.fhir.check.FhirCheck.ExplainedFinding;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.own.OwnResources;

/**
 * HL7's own validator on the definitions of R4, ours, and the codes of others that this program writes. It asks nobody over the network. Its first
 * use loads some hundred megabytes of definitions. Safe to use from one thread at a time.
 */
public final class FhirValidation {
    private static final String TABLE = "explained.csv";

    /**
     * A message that is known, and why it stands.
     *
     * @param severity an error is explained only where the fault is the validator's
     * @param message what it holds
     */
    private record ExplainedRow(ResultSeverityEnum severity, String id, String message, String why) {
        boolean fits(SingleValidationMessage said) {
            return severity == said.getSeverity()
                    && id.equals(Objects.requireNonNullElse(said.getMessageId(), ""))
                    && said.getMessage().contains(message);
        }
    }

    private final FhirValidator validator;
    private final List<ExplainedRow> explained = read();
    private final KnownDisplays displays = new KnownDisplays();

    public FhirValidation() {
        // of the library as a whole: for the places of an extension it would ask HL7's build server
        ManagedWebAccess.setAccessPolicy(ManagedWebAccess.WebAccessPolicy.PROHIBITED);
        FhirContext context = FhirR4.context();
        PrePopulatedValidationSupport own = new PrePopulatedValidationSupport(context);
        OwnResources.list().values().forEach(own::addResource);
        OwnResources.shippedOfOthers().forEach(own::addCodeSystem);
        FhirInstanceValidator instances = new FhirInstanceValidator(new ValidationSupportChain(
                new DefaultProfileValidationSupport(context),
                own,
                new OwnQuestionnaires(context),
                new SnapshotGeneratingValidationSupport(context),
                new CommonCodeSystemsTerminologyService(context),
                new InMemoryTerminologyServerValidationSupport(context)));
        this.validator = context.newValidator().registerValidatorModule(instances);
    }

    /** Checks one resource as JSON or XML. */
    public FhirCheck check(String text) {
        List<CheckFinding> errors = new ArrayList<>();
        List<CheckFinding> warnings = new ArrayList<>();
        List<ExplainedFinding> known = new ArrayList<>();
        for (SingleValidationMessage message :
                validator.validateWithResult(text).getMessages()) {
            CheckFinding finding = new CheckFinding(
                    Objects.requireNonNullElse(message.getMessageId(), ""),
                    Objects.requireNonNullElse(message.getLocationString(), ""),
                    Objects.requireNonNullElse(message.getMessage(), ""));
            Optional<ExplainedRow> row =
                    explained.stream().filter(each -> each.fits(message)).findFirst();
            if (row.isPresent()) {
                known.add(new ExplainedFinding(finding, row.get().why()));
            } else {
                switch (message.getSeverity()) {
                    case ERROR, FATAL -> errors.add(finding);
                    case WARNING -> warnings.add(finding);
                    case INFORMATION -> {}
                }
            }
        }
        warnings.addAll(displays.check(text));
        return new FhirCheck(List.copyOf(errors), List.copyOf(warnings), List.copyOf(known));
    }

    private static List<ExplainedRow> read() {
        InputStream table = Objects.requireNonNull(FhirValidation.class.getResourceAsStream(TABLE));
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(table)) {
            return rows.stream()
                    .map(row -> new ExplainedRow(
                            ResultSeverityEnum.valueOf(row.getField("severity")),
                            row.getField("message_id"),
                            row.getField("message_holds"),
                            row.getField("why")))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
