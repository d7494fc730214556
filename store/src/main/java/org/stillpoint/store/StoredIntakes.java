package org.stillpoint.store;

import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.Intakes;
import org.stillpoint.record.intake.StepAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The intakes; whether one goes on stands in the clear. */
final class StoredIntakes implements Intakes {
    private static final Comparator<Intake> IN_TIME =
            Comparator.comparing(Intake::at).thenComparing(Intake::id);

    private final Shelf<Intake> shelf;

    StoredIntakes(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new IntakeForm());
    }

    @Override
    public void add(Intake intake) {
        shelf.add(intake, Intake::equals, transaction -> {});
    }

    @Override
    public Intake update(Intake changed) {
        return shelf.replace(
                changed,
                (kept, wanted) -> new Intake(
                        kept.id(), kept.client(), kept.at(), wanted.steps(), wanted.completedAt(), wanted.version()));
    }

    @Override
    public Optional<Intake> find(Id<Client> client, Id<Intake> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<Intake> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    @Override
    public List<Intake> listOpen(Collection<Id<Client>> clients) {
        return shelf.list(clients, Tables.IS_OPEN.eq(DSL.inline(1)), IN_TIME);
    }

    private static final class IntakeForm implements RecordForm<Intake> {
        @Override
        public Table<Record> table() {
            return Tables.INTAKE;
        }

        @Override
        public String noun() {
            return "intake";
        }

        @Override
        public Id<Intake> id(Intake intake) {
            return intake.id();
        }

        @Override
        public Id<Client> client(Intake intake) {
            return intake.client();
        }

        @Override
        public Version version(Intake intake) {
            return intake.version();
        }

        @Override
        public List<Field<?>> clearColumns() {
            return List.of(Tables.AT, Tables.IS_OPEN);
        }

        @Override
        public List<@Nullable Object> clear(Intake intake) {
            return List.of(intake.at().toEpochMilli(), intake.isOpen() ? 1 : 0);
        }

        @Override
        public ObjectNode write(Intake intake) {
            ObjectNode content = Json.object().put("at", intake.at().toString());
            intake.completedAt().ifPresent(at -> content.put("completed_at", at.toString()));
            ObjectNode steps = content.putObject("steps");
            intake.steps().forEach((step, answer) -> {
                ObjectNode kept = steps.putObject(step.name())
                        .put("state", answer.state().name())
                        .put("by", answer.by().name())
                        .put("at", answer.at().toString());
                ObjectNode typed = kept.putObject("typed");
                answer.typed().forEach(typed::put);
            });
            return content;
        }

        @Override
        public Intake read(Record row, JsonNode content) {
            Map<IntakeStep, StepAnswer> steps = new EnumMap<>(IntakeStep.class);
            content.required("steps")
                    .properties()
                    .forEach(step -> steps.put(IntakeStep.valueOf(step.getKey()), answer(step.getValue())));
            return new Intake(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.instant(content, "at"),
                    steps,
                    content.has("completed_at") ? Optional.of(Json.instant(content, "completed_at")) : Optional.empty(),
                    RecordForm.versionIn(row));
        }

        private static StepAnswer answer(JsonNode kept) {
            Map<String, String> typed = new HashMap<>();
            kept.required("typed")
                    .properties()
                    .forEach(field -> typed.put(field.getKey(), field.getValue().asString()));
            return new StepAnswer(
                    typed,
                    StepAnswer.StepState.valueOf(Json.text(kept, "state")),
                    IntakeHand.valueOf(Json.text(kept, "by")),
                    Json.instant(kept, "at"));
        }
    }
}
