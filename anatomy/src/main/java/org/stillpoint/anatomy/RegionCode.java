package org.stillpoint.anatomy;

import java.util.regex.Pattern;

/**
 * The code of a pain region of the atlas, such as {@code X101}. The form is checked here; whether the atlas has such a
 * region is asked of the atlas.
 */
public record RegionCode(String value) implements Comparable<RegionCode> {
    private static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,31}");

    /** @throws IllegalArgumentException if the code is not in its form */
    public RegionCode {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("region code of " + value.length()
                    + " characters: allowed is a letter, then up to 31 letters, digits or underscores");
        }
    }

    @Override
    public int compareTo(RegionCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
