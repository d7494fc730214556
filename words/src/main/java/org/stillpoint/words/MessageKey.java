package org.stillpoint.words;

import java.util.Locale;

/**
 * Where a text stands.
 *
 * @param group the file, without its language: {@code today}
 * @param entry the key in that file: {@code worse-than-before}
 */
public record MessageKey(String group, String entry) {

    static MessageKey of(Enum<?> label) {
        return new MessageKey(group(label.getDeclaringClass()), kebab(label.name()));
    }

    static MessageKey of(Class<?> message) {
        return new MessageKey(group(message), kebab(message.getSimpleName()));
    }

    static String group(Class<?> message) {
        Class<?> outermost = message;
        while (outermost.getEnclosingClass() instanceof Class<?> around) {
            outermost = around;
        }
        return kebab(outermost.getSimpleName().replaceFirst("(?<=.)Words$", ""));
    }

    /** {@code WORSE_THAN_BEFORE} and {@code WorseThanBefore} as {@code worse-than-before}. */
    static String kebab(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").replace('_', '-').toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return group + "." + entry;
    }
}
