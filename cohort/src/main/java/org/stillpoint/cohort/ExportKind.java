package org.stillpoint.cohort;

import java.util.Optional;

/** Which tables of {@code tables --deidentified} a command reads. */
enum ExportKind {
    /** Check-ins, with the sessions that tell when somebody began. */
    DIARIES("check_ins", Optional.of("sessions")),
    PAIN_MAPS("pain_maps", Optional.empty());

    private final String table;
    private final Optional<String> besides;

    ExportKind(String table, Optional<String> besides) {
        this.table = table;
        this.besides = besides;
    }

    /** Name of the file, without its ending. */
    String table() {
        return table;
    }

    /** Name of a second one, in the same folder. */
    Optional<String> besides() {
        return besides;
    }
}
