package org.stillpoint.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Appointments;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.client.Client;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The appointments; a day of them is found by what stands in the clear. */
final class StoredAppointments implements Appointments {
    private static final Comparator<Appointment> IN_TIME =
            Comparator.comparing(Appointment::start).thenComparing(Appointment::id);

    private final Shelf<Appointment> shelf;
    private final SeenRows<Appointment> seen;

    StoredAppointments(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        shelf = new Shelf<>(database, keys, new AppointmentForm());
        seen = new SeenRows<>(database, care, keeping, shelf, Tables.APPOINTMENT, IN_TIME);
    }

    @Override
    public void add(Appointment appointment) {
        shelf.add(appointment, Appointment::equals, transaction -> {});
    }

    @Override
    public Optional<Appointment> find(Id<Client> client, Id<Appointment> id) {
        return shelf.find(client, id);
    }

    @Override
    public Appointment update(Appointment changed) {
        return shelf.replace(changed, (kept, wanted) -> wanted);
    }

    @Override
    public List<Appointment> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<Appointment> listBetween(Instant from, Instant until, int atMost) {
        Condition then = Tables.IS_CANCELLED
                .eq(DSL.inline(0))
                .and(Tables.AT.ge(from.toEpochMilli()))
                .and(Tables.AT.lt(until.toEpochMilli()));
        return seen.list(then, atMost);
    }

    @Override
    public List<Appointment> listOfTherapist(Id<Account> therapist, Instant from, Instant until, int atMost) {
        Condition then = Tables.AT
                .ge(from.toEpochMilli())
                .and(Tables.AT.lt(until.toEpochMilli()))
                .and(SeenRows.ofTheirs(therapist));
        return seen.list(then, atMost);
    }

    private static final class AppointmentForm implements RecordForm<Appointment> {
        @Override
        public Table<Record> table() {
            return Tables.APPOINTMENT;
        }

        @Override
        public String noun() {
            return "appointment";
        }

        @Override
        public Id<Appointment> id(Appointment appointment) {
            return appointment.id();
        }

        @Override
        public Id<Client> client(Appointment appointment) {
            return appointment.client();
        }

        @Override
        public Version version(Appointment appointment) {
            return appointment.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT, Tables.IS_CANCELLED);
        }

        @Override
        public List<@Nullable Object> clear(Appointment appointment) {
            return List.of(appointment.start().toEpochMilli(), appointment.stands() ? 0 : 1);
        }

        @Override
        public ObjectNode write(Appointment appointment) {
            ObjectNode content = Json.object()
                    .put("start", appointment.start().toString())
                    .put("minutes", appointment.length().toMinutes());
            appointment.cancelledAt().ifPresent(at -> content.put("cancelled_at", at.toString()));
            appointment.attendance().ifPresent(noted -> {
                content.put("came", noted.came())
                        .put("came_noted_at", noted.at().toString());
                Json.put(content, "why_not", noted.why());
            });
            return content;
        }

        @Override
        public Appointment read(Record row, JsonNode content) {
            return new Appointment(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "start"),
                    Duration.ofMinutes(content.required("minutes").asLong()),
                    content.has("cancelled_at") ? Optional.of(Json.instant(content, "cancelled_at")) : Optional.empty(),
                    content.has("came") ? Optional.of(attendance(content)) : Optional.empty(),
                    RecordForm.versionIn(row));
        }

        private static Attendance attendance(JsonNode content) {
            return new Attendance(
                    Json.instant(content, "came_noted_at"),
                    content.required("came").asBoolean(),
                    Json.privateText(content, "why_not"));
        }
    }
}
