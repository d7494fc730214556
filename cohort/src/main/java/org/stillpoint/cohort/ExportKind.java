package org.stillpoint.cohort;

import java.util.List;
import java.util.Optional;

/** Which tables of {@code tables --deidentified} a command reads. */
enum ExportKind {
    /** Check-ins, with the sessions that tell when somebody began. */
    DIARIES("check_ins", List.of("person", "day_number"), Optional.of("sessions")),
    PAIN_MAPS("pain_maps", List.of("person", "map", "region", "pain"), Optional.empty());

    private final String table;
    private final List<String> columns;
    private final Optional<String> besides;

    ExportKind(String table, List<String> columns, Optional<String> besides) {
        this.table = table;
        this.columns = columns;
        this.besides = besides;
    }

    /** Name of the file, without its ending. */
    String table() {
        return table;
    }

    /** Columns that tell it from another table of that name. */
    List<String> columns() {
        return columns;
    }

    /** Name of a second one, in the same folder. */
    Optional<String> besides() {
        return besides;
    }
}
