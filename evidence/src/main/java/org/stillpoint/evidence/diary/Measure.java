package org.stillpoint.evidence.diary;

import java.util.OptionalDouble;
import java.util.Set;

/**
 * A measure with what is known of its changes.
 *
 * @param id short name in tables, such as {@code nrs_pain}
 * @param name what people call it
 * @param low lowest possible value
 * @param high highest possible value
 * @param reliableChange least change that is more than measurement error, in points; empty where none is settled
 * @param smallestChange smallest change that matters to people, in points; empty where none is settled
 * @param source where both come from
 * @param domains core domains of trials that it measures; none for most single questions of a day
 */
public record Measure(
        String id,
        String name,
        double low,
        double high,
        Better better,
        OptionalDouble reliableChange,
        OptionalDouble smallestChange,
        String source,
        Set<CoreDomain> domains) {}
