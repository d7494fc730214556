package org.stillpoint.web.table;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Question;
import org.stillpoint.exchange.diary.CheckInTable;
import org.stillpoint.exchange.diary.OnePerson;
import org.stillpoint.exchange.painmap.BodyMapTable;
import org.stillpoint.exchange.questionnaire.QuestionnaireTable;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.ColumnUse;
import org.stillpoint.exchange.table.Read;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.TableWords;

/** One look at a table that was sent: read as it was said, and what a page shows of it. */
final class Looking {

    private static final int SHOWN_ROWS = 5;
    private static final int SHOWN_COLUMNS = 12;
    private static final int SHOWN_SAMPLES = 3;

    private final ImportPage.Kind kind;
    private final byte[] sent;
    private final String name;
    private final Form form;
    private final TableFields said;
    private final Atlas atlas;
    private final List<Message> wrong = new ArrayList<>();
    private Optional<Question> question = Optional.empty();
    private Map<Integer, ColumnUse> uses = Map.of();
    private @Nullable Table table;
    private @Nullable CheckInTable checkIns;
    private @Nullable BodyMapTable bodyMaps;
    private @Nullable QuestionnaireTable scores;

    Looking(ImportPage.Kind kind, byte[] sent, String name, Form form, TableFields said, Atlas atlas) {
        this.kind = kind;
        this.sent = sent;
        this.name = name;
        this.form = form;
        this.said = said;
        this.atlas = atlas;
        look();
    }

    private Table open() {
        return Table.ofBytes(name, sent, said.how());
    }

    private void look() {
        try {
            Table opened = open();
            table = opened;
            Map<Integer, ColumnUse> told = said.uses(opened.columns().size());
            Map<Integer, ColumnUse> understood = understand(opened);
            uses = told.isEmpty() ? understood : withRegions(told, understood);
            OnePerson person = said.onePerson(uses);
            if (!form.good()) {
                return;
            }
            switch (kind) {
                case CHECK_INS -> checkIns = CheckInTable.read(this::open, person);
                case BODY_MAPS -> bodyMaps = BodyMapTable.read(open(), atlas, person, said.onMaps());
                case SCORES -> scores = QuestionnaireTable.read(open(), person);
            }
        } catch (BadInput bad) {
            question = bad.question();
            if (question.isEmpty()) {
                bad.problems().forEach(problem -> wrong.add(problem.said()));
                if (bad.problems().stream().anyMatch(problem -> problem.fault() instanceof TableWords.OffTheScale)) {
                    form.problems().add("missing", ImportWords.MISSING_WHERE);
                }
            }
        }
        question.ifPresent(asked -> form.problems().add(TableFields.field(asked.about()), asked.found()));
    }

    private Map<Integer, ColumnUse> understand(Table opened) {
        return switch (kind) {
            case CHECK_INS -> CheckInTable.understand(opened);
            case BODY_MAPS -> BodyMapTable.understand(opened, atlas);
            case SCORES -> QuestionnaireTable.understand(opened);
        };
    }

    /** Columns of regions are told by their names alone. */
    private static Map<Integer, ColumnUse> withRegions(
            Map<Integer, ColumnUse> told, Map<Integer, ColumnUse> understood) {
        Map<Integer, ColumnUse> both = new HashMap<>(told);
        understood.forEach((place, use) -> {
            if (use == ColumnUse.REGIONS) {
                both.putIfAbsent(place, use);
            }
        });
        return both;
    }

    /** The check-ins that were read, where everything is clear. */
    Optional<CheckInTable> checkIns() {
        return Optional.ofNullable(checkIns);
    }

    /** The body maps that were read, where everything is clear. */
    Optional<BodyMapTable> bodyMaps() {
        return Optional.ofNullable(bodyMaps);
    }

    /** The scores that were read, where everything is clear. */
    Optional<QuestionnaireTable> scores() {
        return Optional.ofNullable(scores);
    }

    /** Whether everything is clear, and it can be taken. */
    boolean isReady() {
        return wrong.isEmpty() && form.good() && !said().isEmpty();
    }

    int columns() {
        return table == null ? 0 : table.columns().size();
    }

    void wrong(Message message) {
        wrong.add(message);
    }

    /** The fields as they are shown: what was said, and what the columns were understood to hold. */
    Form shown(String zone) {
        Map<String, List<String>> values = new HashMap<>();
        for (String field : TableFields.SELDOM) {
            values.put(field, List.of(form.raw(field)));
        }
        values.put("kind", List.of(kind.name()));
        values.put("name", List.of(name));
        values.put("dates", List.of(form.raw("dates")));
        values.put("zone", List.of(form.raw("zone").isBlank() ? zone : form.raw("zone")));
        correctable().forEach(column -> values.put(column.field(), List.of(column.use())));
        return Form.of(values, form.problems());
    }

    private List<ImportPage.ColumnAs> correctable() {
        Table opened = table;
        if (opened == null) {
            return List.of();
        }
        return opened.columns().stream()
                .filter(column -> !column.name().isEmpty() && uses.get(column.index()) != ColumnUse.REGIONS)
                .map(column ->
                        new ImportPage.ColumnAs(column.index(), column.name(), samples(opened, column), use(column)))
                .toList();
    }

    private String use(Column column) {
        ColumnUse use = uses.get(column.index());
        return use == null ? "" : use.name();
    }

    private static String samples(Table opened, Column column) {
        return opened.different(column).stream()
                .filter(text -> !text.isEmpty())
                .limit(SHOWN_SAMPLES)
                .collect(Collectors.joining(" · "));
    }

    ImportPage.TableLook page(Form shown) {
        Table opened = table;
        List<Column> first = opened == null
                ? List.of()
                : opened.columns().stream().limit(SHOWN_COLUMNS).toList();
        List<List<String>> rows = new ArrayList<>();
        if (opened != null) {
            for (Row row : opened) {
                if (rows.size() == SHOWN_ROWS) {
                    break;
                }
                rows.add(first.stream().map(row::text).toList());
            }
        }
        return new ImportPage.TableLook(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sent),
                name,
                said(),
                correctable(),
                (int) uses.values().stream()
                        .filter(use -> use == ColumnUse.REGIONS)
                        .count(),
                first.stream().map(Column::name).toList(),
                rows,
                List.copyOf(wrong),
                question.map(Question::choices).orElse(List.of()),
                TableFields.all(shown, columns()),
                isReady());
    }

    /** What was made of the table; empty where it could not be read. */
    private List<Message> said() {
        return checkIns()
                .map(CheckInTable::read)
                .or(() -> bodyMaps().map(BodyMapTable::read))
                .or(() -> scores().map(QuestionnaireTable::read))
                .map(Read::said)
                .orElse(List.of());
    }
}
