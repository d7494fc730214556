package org.stillpoint.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.Version;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.appointment.Appointments;
import org.stillpoint.record.appointment.Attendance;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Sight;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The appointments; a day of them is found by what stands in the clear. */
final class StoredAppointments implements Appointments {
    private static final int AT_ONCE = 500; // below every database's bound on parameters
    private static final Comparator<Appointment> IN_TIME =
            Comparator.comparing(Appointment::start).thenComparing(Appointment::id);
    private static final Comparator<Record3<String, String, Long>> ROWS_IN_TIME = Comparator.comparing(
                    (Record3<String, String, Long> row) -> row.value3())
            .thenComparing(row -> row.value1());

    private final Database database;
    private final StoredCare care;
    private final StoredKeeping keeping;
    private final Shelf<Appointment> shelf;

    StoredAppointments(Database database, Keys keys, StoredCare care, StoredKeeping keeping) {
        this.database = database;
        this.care = care;
        this.keeping = keeping;
        shelf = new Shelf<>(database, keys, new AppointmentForm());
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
        return database.read(transaction -> {
            List<Record3<String, String, Long>> rows =
                    switch (database.sight()) {
                        case Sight.Nobody nobody -> List.of();
                        case Sight.Everyone everyone -> rows(transaction, then, atMost);
                        case Sight.OwnClients own -> {
                            List<Record3<String, String, Long>> all = new ArrayList<>(rows(
                                    transaction,
                                    then.and(Tables.CLIENT_ID.in(DSL.select(Tables.ID)
                                            .from(Tables.CLIENT)
                                            .where(Tables.THERAPIST_ID.eq(
                                                    own.account().toString())))),
                                    atMost));
                            List<String> lent = care.listLent(transaction, own.account());
                            for (int first = 0; first < lent.size(); first += AT_ONCE) {
                                List<String> some = lent.subList(first, Math.min(first + AT_ONCE, lent.size()));
                                all.addAll(rows(transaction, then.and(Tables.CLIENT_ID.in(some)), atMost));
                            }
                            yield all.stream()
                                    .sorted(ROWS_IN_TIME)
                                    .limit(atMost)
                                    .toList();
                        }
                    };
            return read(rows);
        });
    }

    private static List<Record3<String, String, Long>> rows(DSLContext transaction, Condition which, int atMost) {
        return transaction
                .select(Tables.ID, Tables.CLIENT_ID, Tables.AT)
                .from(Tables.APPOINTMENT)
                .where(which)
                .orderBy(Tables.AT, Tables.ID)
                .limit(atMost)
                .fetch();
    }

    /** Asked at once; where one cannot be read, one by one, so that it hides no other. */
    private List<Appointment> read(List<Record3<String, String, Long>> rows) {
        List<Appointment> found = new ArrayList<>();
        for (int first = 0; first < rows.size(); first += AT_ONCE) {
            List<Record3<String, String, Long>> some = rows.subList(first, Math.min(first + AT_ONCE, rows.size()));
            try {
                found.addAll(read(
                        some.stream().map(Record3::value1).toList(),
                        some.stream().map(row -> Id.<Client>of(row.value2())).collect(Collectors.toSet())));
            } catch (Unreadable damaged) {
                some.forEach(row -> keeping.tryReading(
                                row.value2(), () -> read(List.of(row.value1()), Set.of(Id.of(row.value2()))))
                        .ifPresent(found::addAll));
            }
        }
        return found.stream().sorted(IN_TIME).toList();
    }

    private List<Appointment> read(List<String> ids, Set<Id<Client>> clients) {
        return shelf.list(clients, Tables.ID.in(ids), IN_TIME);
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
