package org.stillpoint.practice;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Deed;

/**
 * From a command to the deed it wants: the command is written in one form, in which two commands are alike exactly if all that
 * was said is alike.
 */
public final class Deeds {
    private Deeds() {}

    /** A deed for one client. */
    public static Deed of(Act act, Id<?> key, Id<Client> client, Record command) {
        return new Deed(act, key, Optional.of(client), text(command));
    }

    /** A deed for the practice. */
    public static Deed of(Act act, Id<?> key, Record command) {
        return new Deed(act, key, Optional.empty(), text(command));
    }

    private static String text(Record command) {
        StringBuilder text = new StringBuilder();
        write(command, text);
        return text.toString();
    }

    private static void write(Object value, StringBuilder text) {
        switch (value) {
            case PrivateText words -> quote(words.value(), text);
            case String words -> quote(words, text);
            case Id<?> id -> text.append(id);
            case Enum<?> constant -> text.append(constant.name());
            case Optional<?> optional -> optional.ifPresentOrElse(inner -> write(inner, text), () -> text.append('-'));
            case OptionalInt optional -> text.append(optional.isPresent() ? String.valueOf(optional.getAsInt()) : "-");
            case OptionalDouble optional ->
                text.append(optional.isPresent() ? String.valueOf(optional.getAsDouble()) : "-");
            case Set<?> set -> write(sorted(set), text);
            case Map<?, ?> map -> write(sorted(map.entrySet()), text);
            case Map.Entry<?, ?> entry -> {
                write(entry.getKey(), text);
                text.append('=');
                write(entry.getValue(), text);
            }
            case Collection<?> all -> {
                text.append('[');
                all.forEach(each -> {
                    write(each, text);
                    text.append(';');
                });
                text.append(']');
            }
            case Record record -> fields(record, text);
            default -> text.append(value); // numbers, booleans, instants and days write themselves in full
        }
    }

    /** By what each member is written as, so that the order of a set says nothing. */
    private static List<String> sorted(Collection<?> members) {
        TreeSet<String> written = new TreeSet<>();
        for (Object member : members) {
            StringBuilder text = new StringBuilder();
            write(member, text);
            written.add(text.toString());
        }
        return List.copyOf(written);
    }

    private static void fields(Record record, StringBuilder text) {
        text.append(record.getClass().getSimpleName()).append('(');
        for (RecordComponent field : record.getClass().getRecordComponents()) {
            try {
                field.getAccessor().setAccessible(true);
                write(field.getAccessor().invoke(record), text);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a record does not tell its own fields", impossible);
            }
            text.append(',');
        }
        text.append(')');
    }

    /** With its length before it, so that no text can imitate what stands beside it. */
    private static void quote(String words, StringBuilder text) {
        text.append(words.length()).append(':').append(words);
    }
}
