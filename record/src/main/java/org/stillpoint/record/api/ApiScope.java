package org.stillpoint.record.api;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a registered program may read, as SMART App Launch 2 writes it ({@code system/Observation.rs}), and as it was written before
 * ({@code system/Observation.read}).
 *
 * @param type of resources; {@code *} for all
 * @param reads one by its id
 * @param searches many by what they say
 */
public record ApiScope(String type, boolean reads, boolean searches) {
    public static final String ALL = "*";

    private static final Pattern WRITTEN = Pattern.compile("system/(\\*|[A-Z][A-Za-z]{1,40})\\.(rs|r|s|read)");

    /** Empty where it is none, or would let more than reading happen. */
    public static Optional<ApiScope> find(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String what = matcher.group(2);
        boolean both = what.equals("read");
        return Optional.of(new ApiScope(matcher.group(1), both || what.contains("r"), both || what.contains("s")));
    }

    /** Of a text with spaces between them; empty where one of them is none. */
    public static Optional<Set<ApiScope>> list(String written) {
        Set<ApiScope> all = new LinkedHashSet<>();
        for (String one : written.strip().split("\\s+", -1)) {
            Optional<ApiScope> scope = find(one);
            if (scope.isEmpty()) {
                return Optional.empty();
            }
            all.add(scope.get());
        }
        return Optional.of(all);
    }

    /** Whether this lets happen what the other would. */
    public boolean covers(ApiScope other) {
        return (type.equals(ALL) || type.equals(other.type))
                && (reads || !other.reads)
                && (searches || !other.searches);
    }

    /** What both let happen; empty where that is nothing. */
    public Optional<ApiScope> and(ApiScope other) {
        boolean bothRead = reads && other.reads;
        boolean bothSearch = searches && other.searches;
        if (!bothRead && !bothSearch || !type.equals(ALL) && !other.type.equals(ALL) && !type.equals(other.type)) {
            return Optional.empty();
        }
        return Optional.of(new ApiScope(type.equals(ALL) ? other.type : type, bothRead, bothSearch));
    }

    @Override
    public String toString() {
        return "system/" + type + "." + (reads ? "r" : "") + (searches ? "s" : "");
    }
}
