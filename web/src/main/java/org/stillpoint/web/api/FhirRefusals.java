package org.stillpoint.web.api;

import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import ca.uhn.fhir.rest.server.exceptions.ForbiddenOperationException;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceGoneException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import ca.uhn.fhir.rest.server.exceptions.UnclassifiedServerFailureException;
import java.util.Optional;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.stillpoint.exchange.fhir.served.BadSearch;
import org.stillpoint.practice.api.ApiReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Unavailable;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;

/** What is refused, as FHIR says it: a status and an outcome, in which nothing of a record stands. */
final class FhirRefusals {
    private static final int UNAVAILABLE = 503;

    private final ApiReading reading;

    FhirRefusals(ApiReading reading) {
        this.reading = reading;
    }

    /**
     * Does it, or says why not.
     *
     * @param client whose resource is asked for by its id, if somebody's
     */
    <T> T answered(Actor actor, Optional<Id<Client>> client, Supplier<T> asked) {
        try {
            return asked.get();
        } catch (BadSearch bad) {
            throw with(new InvalidRequestException(says(bad)), type(bad), says(bad));
        } catch (NotAllowed no) {
            throw forbidden();
        } catch (NoSuchRecord none) {
            throw client.filter(one -> reading.wasErased(actor, one)).isPresent() ? gone() : notFound();
        } catch (Unavailable record) {
            String says = PlainOutcome.UNAVAILABLE.says();
            throw with(new UnclassifiedServerFailureException(UNAVAILABLE, says), IssueType.TRANSIENT, says);
        }
    }

    private static String says(BadSearch bad) {
        return String.valueOf(bad.getMessage());
    }

    private static IssueType type(BadSearch bad) {
        return switch (bad.fault()) {
            case INVALID -> IssueType.INVALID;
            case NOT_SUPPORTED -> IssueType.NOTSUPPORTED;
            case TOO_COSTLY -> IssueType.TOOCOSTLY;
        };
    }

    /** What a token's scopes do not name is refused. */
    static void require(boolean permitted) {
        if (!permitted) {
            throw forbidden();
        }
    }

    private static BaseServerResponseException forbidden() {
        String says = "Whoever this token is of may not read that.";
        return with(new ForbiddenOperationException(says), IssueType.FORBIDDEN, says);
    }

    static BaseServerResponseException notFound() {
        String says = "There is nothing under this id.";
        return with(new ResourceNotFoundException(says), IssueType.NOTFOUND, says);
    }

    private static BaseServerResponseException gone() {
        String says = "Who this was of was erased.";
        return with(new ResourceGoneException(says), IssueType.DELETED, says);
    }

    private static BaseServerResponseException with(BaseServerResponseException refused, IssueType type, String says) {
        refused.setOperationOutcome(outcome(IssueSeverity.ERROR, type, says));
        return refused;
    }

    static OperationOutcome outcome(IssueSeverity severity, IssueType type, String says) {
        OperationOutcome outcome = new OperationOutcome();
        outcome.addIssue().setSeverity(severity).setCode(type).setDiagnostics(says);
        return outcome;
    }
}
