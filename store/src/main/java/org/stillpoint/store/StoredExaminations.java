package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The examinations. */
final class StoredExaminations implements Examinations {
    private static final Comparator<Examination> IN_TIME =
            Comparator.comparing(Examination::at).thenComparing(Examination::id);

    private final Shelf<Examination> shelf;

    StoredExaminations(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new ExaminationForm());
    }

    @Override
    public void add(Examination examination) {
        shelf.add(examination, Examination::equals, transaction -> {});
    }

    @Override
    public Examination update(Examination changed) {
        return shelf.replace(changed, (kept, wanted) -> kept.with(wanted.findings(), wanted.limits()));
    }

    @Override
    public Optional<Examination> findLatest(Id<Client> client) {
        return shelf.findLatest(client, IN_TIME);
    }

    @Override
    public List<Examination> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        shelf.bind(transaction, seal, client);
    }

    private static final class ExaminationForm implements RecordForm<Examination> {
        @Override
        public Table<Record> table() {
            return Tables.EXAMINATION;
        }

        @Override
        public String noun() {
            return "examination";
        }

        @Override
        public Id<Examination> id(Examination examination) {
            return examination.id();
        }

        @Override
        public Id<Client> client(Examination examination) {
            return examination.client();
        }

        @Override
        public Version version(Examination value) {
            return value.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT);
        }

        @Override
        public List<@Nullable Object> clear(Examination value) {
            return List.of(value.at().toEpochMilli());
        }

        @Override
        public ObjectNode write(Examination examination) {
            ObjectNode content = Json.object().put("at", examination.at().toString());
            ObjectNode findings = content.putObject("findings");
            examination.findings().forEach((muscle, finding) -> {
                ObjectNode written = findings.putObject(muscle.value());
                finding.restriction().ifPresent(grade -> written.put("restriction", grade.value()));
                finding.tenderness().ifPresent(grade -> written.put("tenderness", grade.value()));
                finding.tension().ifPresent(grade -> written.put("tension", grade.value()));
            });
            ObjectNode limits = content.putObject("limits");
            examination.limits().forEach((joint, grade) -> limits.put(joint.value(), grade.value()));
            return content;
        }

        @Override
        public Examination read(Record row, JsonNode content) {
            SortedMap<MuscleId, Finding> findings = new TreeMap<>();
            for (Map.Entry<String, JsonNode> muscle :
                    content.required("findings").properties()) {
                JsonNode kept = muscle.getValue();
                findings.put(
                        new MuscleId(muscle.getKey()),
                        new Finding(grade(kept, "restriction"), grade(kept, "tenderness"), grade(kept, "tension")));
            }
            SortedMap<JointId, Grade> limits = new TreeMap<>();
            for (Map.Entry<String, JsonNode> joint : content.required("limits").properties()) {
                limits.put(
                        new JointId(joint.getKey()), new Grade(joint.getValue().asInt()));
            }
            return new Examination(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    findings,
                    limits,
                    RecordForm.versionIn(row));
        }

        private static Optional<Grade> grade(JsonNode finding, String part) {
            JsonNode value = finding.get(part);
            return value == null ? Optional.empty() : Optional.of(new Grade(value.asInt()));
        }
    }
}
