package org.stillpoint.exchange.copy;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Values of the record as maps, lists, numbers and text, by the names that the record itself gives them: what is one of several
 * kinds says which, a wrapper of one value is that value, instants and days are ISO 8601.
 */
public final class RecordTree {
    private RecordTree() {}

    /** @return maps by name, lists, numbers, truth values and text; null where nothing is there */
    public static @Nullable Object of(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Optional<?> optional -> of(optional.orElse(null));
            case OptionalInt number -> number.isPresent() ? number.getAsInt() : null;
            case OptionalDouble number -> number.isPresent() ? number.getAsDouble() : null;
            case Number number -> number;
            case Boolean truth -> truth;
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Map<?, ?> map -> map(map);
            case Collection<?> all -> all.stream().map(RecordTree::of).toList();
            case Record record -> record(record);
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        map.forEach((key, value) -> tree.put(String.valueOf(of(key)), of(value)));
        return tree;
    }

    private static @Nullable Object record(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        if (components.length == 1 && components[0].getName().equals("value")) {
            return of(part(record, components[0]));
        }
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        for (Class<?> kinds : record.getClass().getInterfaces()) {
            if (kinds.isSealed()) {
                tree.put("is", name(record.getClass().getSimpleName()));
            }
        }
        for (RecordComponent component : components) {
            tree.put(name(component.getName()), of(part(record, component)));
        }
        return tree;
    }

    private static Object part(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new IllegalStateException("a record does not tell its own parts", hidden);
        }
    }

    /** As JSON's names are written elsewhere: {@code yearOfBirth} is {@code year_of_birth}. */
    private static String name(String camel) {
        return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }
}
