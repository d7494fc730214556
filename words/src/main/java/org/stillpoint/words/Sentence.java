package org.stillpoint.words;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One text of the message files, ready to be filled in: ICU's message syntax, with named arguments. */
final class Sentence {

    private final String plain;
    private final @Nullable MessageFormat format;
    private final Set<String> arguments;
    private final Set<String> selecting;

    private Sentence(String plain, @Nullable MessageFormat format, Set<String> arguments, Set<String> selecting) {
        this.plain = plain;
        this.format = format;
        this.arguments = arguments;
        this.selecting = selecting;
    }

    /** @throws IllegalArgumentException if the text is not in ICU's message syntax */
    static Sentence of(String text, Locale locale) {
        MessagePattern pattern = new MessagePattern(text);
        Set<String> arguments = new TreeSet<>();
        Set<String> selecting = new TreeSet<>();
        for (int i = 0; i < pattern.countParts(); i++) {
            MessagePattern.Part part = pattern.getPart(i);
            if (part.getType() == MessagePattern.Part.Type.ARG_NAME) {
                String name = pattern.getSubstring(part);
                arguments.add(name);
                if (pattern.getPart(i - 1).getArgType() == MessagePattern.ArgType.SELECT) {
                    selecting.add(name);
                }
            }
        }
        return arguments.isEmpty()
                ? new Sentence(text.replace("''", "'"), null, arguments, selecting)
                : new Sentence(text, new MessageFormat(text, locale), arguments, selecting);
    }

    /** The names of what must be filled in. */
    Set<String> arguments() {
        return arguments;
    }

    /** Those of them that only choose between wordings and are never said. */
    Set<String> selecting() {
        return selecting;
    }

    String say(Map<String, Object> values) {
        if (format == null) {
            return plain;
        }
        // ICU's format is not safe for two threads; it is held for microseconds.
        synchronized (format) {
            return format.format(values);
        }
    }
}
