package org.stillpoint.exchange.archive;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What an archive says of itself, as its last member.
 *
 * @param schema how far the database had come: which tables and columns there are
 * @param client whose archive it is; empty for that of a practice
 * @param heldApart whether process notes and therapists' own notes are in it
 * @param clients of how many there are bundles and papers
 * @param tables the members that hold rows, in their order
 * @param members how many there are, but for this one
 */
public record ArchiveManifest(
        int schema,
        Instant madeAt,
        Optional<String> client,
        boolean heldApart,
        long clients,
        List<ArchiveMember> tables,
        long members) {

    /** The name of the member. */
    static final String NAME = "manifest.json";

    /** The form that this program writes. */
    static final int FORMAT = 1;

    /**
     * A member of the archive.
     *
     * @param sha256 64 hexadecimal digits
     * @param rows of a table; empty where it is none
     */
    public record ArchiveMember(String name, long bytes, String sha256, Optional<Long> rows) {}

    public ArchiveManifest {
        tables = List.copyOf(tables);
    }

    /** How many rows there are in all tables. */
    public long rows() {
        return tables.stream().mapToLong(table -> table.rows().orElse(0L)).sum();
    }
}
