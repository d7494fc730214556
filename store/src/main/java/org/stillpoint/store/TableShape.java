package org.stillpoint.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A table as the database itself describes it, so that one of a migration to come is backed up too.
 *
 * @param columns in the order of their names, alike on every database
 * @param order by its primary key, alike on every database
 */
record TableShape(String name, List<Field<?>> columns, List<SortField<?>> order) {
    private static final String REFERENCES_ON_SQLITE = """
            select m.name as referring, f."table" as referred
              from sqlite_master m join pragma_foreign_key_list(m.name) f where m.type = 'table' order by 1, 2""";

    private static final String REFERENCES_ON_POSTGRES = """
            select c.relname as referring, r.relname as referred
              from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_class r on r.oid = f.confrelid
             where f.contype = 'f' and f.connamespace = current_schema()::regnamespace order by 1, 2""";

    Table<Record> table() {
        return DSL.table(DSL.name(name));
    }

    /** All tables but Flyway's own and those that are in no backup, each after those that it refers to. */
    static List<TableShape> all(DSLContext transaction) {
        Map<String, Table<?>> found = new LinkedHashMap<>();
        ours(transaction)
                .filter(table -> !table.getName().startsWith("sqlite_")
                        && !table.getName().equals(Migrations.TABLE)
                        && Tables.IN_NO_BACKUP.stream()
                                .noneMatch(each -> each.getName().equals(table.getName())))
                .sorted(Comparator.comparing(table -> table.getName()))
                .forEach(table -> found.put(table.getName(), table));
        List<TableShape> ordered = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        Map<String, List<String>> references = references(transaction);
        found.keySet().forEach(name -> add(name, found, references, taken, ordered, transaction.dialect()));
        return ordered;
    }

    /** Of our schema alone: where others keep thousands of tables in the same database, describing theirs too took minutes. */
    private static Stream<Table<?>> ours(DSLContext transaction) {
        if (transaction.dialect() != SQLDialect.POSTGRES) {
            return transaction.meta().getTables().stream();
        }
        String schema = transaction
                .select(DSL.field("current_schema()", SQLDataType.VARCHAR))
                .fetchSingle()
                .value1();
        return transaction.meta().getSchemas(schema).stream().flatMap(ours -> ours.getTables().stream());
    }

    /** Which tables each refers to: asked at once, for the description of each table is made by asking for all others. */
    private static Map<String, List<String>> references(DSLContext transaction) {
        return transaction
                .fetch(transaction.dialect() == SQLDialect.POSTGRES ? REFERENCES_ON_POSTGRES : REFERENCES_ON_SQLITE)
                .intoGroups(DSL.field("referring", SQLDataType.VARCHAR), DSL.field("referred", SQLDataType.VARCHAR));
    }

    private static void add(
            String name,
            Map<String, Table<?>> found,
            Map<String, List<String>> references,
            Set<String> taken,
            List<TableShape> ordered,
            SQLDialect dialect) {
        Table<?> table = found.get(name);
        if (table == null || !taken.add(name)) {
            return;
        }
        references
                .getOrDefault(name, List.of())
                .forEach(referred -> add(referred, found, references, taken, ordered, dialect));
        ordered.add(of(table, dialect));
    }

    private static TableShape of(Table<?> table, SQLDialect dialect) {
        List<Field<?>> columns = new ArrayList<>();
        for (Field<?> field : table.fields()) {
            columns.add(DSL.field(DSL.name(field.getName()), field.getDataType()));
        }
        columns.sort(Comparator.comparing(field -> field.getName().toLowerCase(Locale.ROOT)));
        List<SortField<?>> order = new ArrayList<>();
        UniqueKey<?> key = table.getPrimaryKey();
        if (key == null) {
            throw new IllegalStateException("the table " + table.getName() + " has no primary key to be ordered by");
        }
        for (TableField<?, ?> field : key.getFields()) {
            Field<?> column = DSL.field(DSL.name(field.getName()), field.getDataType());
            boolean text = dialect == SQLDialect.POSTGRES && column.getType() == String.class;
            order.add(text ? column.coerce(String.class).collate("C").asc() : column.asc());
        }
        return new TableShape(table.getName(), List.copyOf(columns), List.copyOf(order));
    }
}
