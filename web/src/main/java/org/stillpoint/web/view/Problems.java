package org.stillpoint.web.view;

import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with a form, field by field, in words for the person who filled it in. */
public final class Problems {

    private final Map<String, String> byField = new LinkedHashMap<>();

    /** Notes what is wrong with a field; the first problem of a field stays. */
    public void add(String field, String problem) {
        byField.putIfAbsent(field, problem);
    }

    public boolean has(String field) {
        return byField.containsKey(field);
    }

    /** The problem of a field; empty when it has none. */
    public String of(String field) {
        return byField.getOrDefault(field, "");
    }

    public boolean none() {
        return byField.isEmpty();
    }

    public int count() {
        return byField.size();
    }
}
