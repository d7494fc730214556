package org.stillpoint.exchange.fhir.resource;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Task;
import org.hl7.fhir.r4.model.Task.TaskIntent;
import org.hl7.fhir.r4.model.Task.TaskStatus;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;

/** What a client asked of the practice: a task that is requested until somebody has written what was done, which is its note. */
public final class FhirRequest implements FhirTranslator<ClientRequest> {
    private static final String CORRECTION = "correction-asked";
    private static final String ERASURE = "erasure-asked";
    private static final String CANNOT_COME = "cannot-come";
    private static final String START = "appointment-start";

    @Override
    public void write(ClientRequest asked, FhirEntries to) {
        Task task = new Task()
                .setStatus(asked.isOpen() ? TaskStatus.REQUESTED : TaskStatus.COMPLETED)
                .setIntent(TaskIntent.PROPOSAL)
                .setFor(FhirEntries.to(asked.client()))
                .setRequester(FhirEntries.to(asked.client()));
        task.addIdentifier(FhirEntries.identifier(asked.id()));
        task.setAuthoredOnElement(FhirValues.moment(asked.at()));
        task.setLastModifiedElement(FhirValues.moment(lastChanged(asked)));
        matter(asked.matter(), task, to);
        asked.followUp().ifPresent(done -> task.addNote(FhirCheckIn.done(done)));
        FhirValues.version(task, asked.version());
        FhirValues.narrate(
                task,
                task.getCode().getText() + " " + asked.at(),
                Objects.requireNonNullElse(task.getDescription(), ""));
        to.add(asked.id(), task);
    }

    /** FHIR lets nothing be changed before it was asked; a clock that was set back does. */
    private static Instant lastChanged(ClientRequest asked) {
        return asked.followUp()
                .map(FollowUp::at)
                .filter(at -> at.isAfter(asked.at()))
                .orElseGet(asked::at);
    }

    private static void matter(RequestMatter matter, Task task, FhirEntries to) {
        switch (matter) {
            case RequestMatter.CorrectionAsked(PrivateText words) ->
                task.setCode(OwnSystem.REQUEST.concept(CORRECTION))
                        .setDescription(FhirText.of(words).orElse("-"));
            case RequestMatter.ErasureAsked(PrivateText words) -> {
                task.setCode(OwnSystem.REQUEST.concept(ERASURE));
                FhirText.of(words).ifPresent(task::setDescription);
            }
            case RequestMatter.CannotCome(Id<Appointment> appointment, Instant start) -> {
                task.setCode(OwnSystem.REQUEST.concept(CANNOT_COME)).setFocus(focus(appointment, to));
                task.addInput().setType(OwnSystem.REQUEST.concept(START)).setValue(FhirValues.exact(start));
            }
        }
    }

    /** An appointment that is not told of is named by what others know it by. */
    private static Reference focus(Id<Appointment> appointment, FhirEntries to) {
        Reference focus = to.has(appointment) ? FhirEntries.to(appointment) : new Reference();
        return focus.setType("Appointment").setIdentifier(FhirEntries.identifier(appointment));
    }

    @Override
    public List<ClientRequest> read(FhirEntries from) {
        return from.list(Task.class).stream()
                .flatMap(task -> OwnSystem.REQUEST.find(task.getCode()).map(code -> read(task, code)).stream())
                .toList();
    }

    private static ClientRequest read(Task task, String code) {
        return new ClientRequest(
                FhirEntries.recordId(task),
                FhirEntries.recordId(task.getFor()),
                FhirValues.instant(task.getAuthoredOnElement()),
                matter(task, code),
                task.hasNote() ? Optional.of(FhirCheckIn.done(task.getNoteFirstRep())) : Optional.empty(),
                FhirValues.version(task));
    }

    private static RequestMatter matter(Task task, String code) {
        PrivateText words = new PrivateText(Objects.requireNonNullElse(task.getDescription(), ""));
        return switch (code) {
            case CORRECTION -> new RequestMatter.CorrectionAsked(words);
            case ERASURE -> new RequestMatter.ErasureAsked(words);
            case CANNOT_COME ->
                new RequestMatter.CannotCome(
                        FhirEntries.recordId(task.getFocus().getIdentifier()), FhirValues.instant((BaseDateTimeType)
                                task.getInputFirstRep().getValue()));
            default -> throw new IllegalStateException("a request of no known kind");
        };
    }
}
