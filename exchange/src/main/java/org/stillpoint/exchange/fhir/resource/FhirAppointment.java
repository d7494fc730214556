package org.stillpoint.exchange.fhir.resource;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Appointment.AppointmentStatus;
import org.hl7.fhir.r4.model.Appointment.ParticipationStatus;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Attendance;

/** A time at which a client comes, came or did not come. */
public final class FhirAppointment implements FhirTranslator<Appointment> {

    @Override
    public void write(Appointment booked, FhirEntries to) {
        var appointment = new org.hl7.fhir.r4.model.Appointment()
                .setStatus(status(booked))
                .setMinutesDuration(Math.toIntExact(booked.length().toMinutes()));
        appointment.setStartElement(FhirValues.exact(booked.start()));
        appointment.setEndElement(FhirValues.exact(booked.end()));
        appointment.addIdentifier(FhirEntries.identifier(booked.id()));
        appointment
                .addParticipant()
                .setActor(FhirEntries.to(booked.client()))
                .setStatus(booked.stands() ? ParticipationStatus.ACCEPTED : ParticipationStatus.DECLINED);
        booked.cancelledAt().ifPresent(at -> OwnExtension.CANCELLED_AT.add(appointment, FhirValues.exact(at)));
        booked.attendance().ifPresent(noted -> appointment.addExtension(attendance(noted)));
        FhirValues.version(appointment, booked.version());
        FhirValues.narrate(appointment, booked.start() + " " + booked.length().toMinutes());
        to.add(booked.id(), appointment);
    }

    private static AppointmentStatus status(Appointment booked) {
        if (!booked.stands()) {
            return AppointmentStatus.CANCELLED;
        }
        return booked.attendance()
                .map(noted -> noted.came() ? AppointmentStatus.FULFILLED : AppointmentStatus.NOSHOW)
                .orElse(AppointmentStatus.BOOKED);
    }

    private static Extension attendance(Attendance noted) {
        Extension attendance = FhirValues.parts(OwnExtension.ATTENDANCE);
        FhirValues.part(attendance, "noted-at", FhirValues.exact(noted.at()));
        FhirValues.part(attendance, "came", new BooleanType(noted.came()));
        FhirText.of(noted.why()).ifPresent(why -> FhirValues.part(attendance, "why", new StringType(why)));
        return attendance;
    }

    @Override
    public List<Appointment> read(FhirEntries from) {
        return from.list(org.hl7.fhir.r4.model.Appointment.class).stream()
                .map(FhirAppointment::read)
                .toList();
    }

    private static Appointment read(org.hl7.fhir.r4.model.Appointment appointment) {
        return new Appointment(
                FhirEntries.recordId(appointment),
                FhirEntries.recordId(appointment.getParticipantFirstRep().getActor()),
                FhirValues.instant(appointment.getStartElement()),
                Duration.ofMinutes(appointment.getMinutesDuration()),
                OwnExtension.CANCELLED_AT.find(appointment, InstantType.class).map(FhirValues::instant),
                OwnExtension.ATTENDANCE.list(appointment).stream().findFirst().map(FhirAppointment::attendance),
                FhirValues.version(appointment));
    }

    private static Attendance attendance(Extension noted) {
        return new Attendance(
                FhirValues.part(noted, "noted-at").map(Instant::parse).orElseThrow(),
                FhirValues.part(noted, "came").filter("true"::equals).isPresent(),
                Optional.of(FhirValues.part(noted, "why").orElse(""))
                        .map(PrivateText::new)
                        .orElseThrow());
    }
}
