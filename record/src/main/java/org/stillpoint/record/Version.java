package org.stillpoint.record;

/** How often an editable record has been written, from 1. A writer names the version it has seen; see {@link StaleRecord}. */
public record Version(int number) {

    /** The version of a record that has been written once. */
    public static final Version FIRST = new Version(1);

    public Version {
        if (number < 1) {
            throw new BadValue("version", String.valueOf(number), "1 or more");
        }
    }

    public Version next() {
        return new Version(Math.addExact(number, 1));
    }
}
