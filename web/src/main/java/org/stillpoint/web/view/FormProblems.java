package org.stillpoint.web.view;

import java.util.LinkedHashMap;
import java.util.Map;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;

/** What is wrong with a form, field by field; a page says it to the person who filled it in. */
public final class FormProblems {

    private static final Message NONE = new CommonWords.Verbatim("");

    private final Map<String, Message> byField = new LinkedHashMap<>();

    /** Notes what is wrong with a field; the first problem of a field stays. */
    public void add(String field, Message problem) {
        byField.putIfAbsent(field, problem);
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** The problem of a field; says nothing when it has none. */
    public Message of(String field) {
        return byField.getOrDefault(field, NONE);
    }

    public boolean none() {
        return byField.isEmpty();
    }

    public int count() {
        return byField.size();
    }
}
