package org.stillpoint.record;

/** A value that is out of its range or not in its form. */
public final class BadValue extends RecordException {
    private final String field;

    /**
     * @param field what the value was meant for
     * @param value the value, or for private text only a description of it
     * @param allowed the range or form that is allowed
     */
    public BadValue(String field, String value, String allowed) {
        super(message(field, value, allowed));
        this.field = field;
    }

    public BadValue(String field, String value, String allowed, Throwable cause) {
        super(message(field, value, allowed), cause);
        this.field = field;
    }

    public String field() {
        return field;
    }

    private static String message(String field, String value, String allowed) {
        return "%s %s: allowed is %s".formatted(field, value, allowed);
    }
}
