package org.stillpoint.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;

/** The road from any older schema to this program's. */
final class Migrations {
    /** Flyway's own table, which tells how far a database has come. */
    static final String TABLE = "flyway_schema_history";

    /** A step of the database that this program does not know: after all of its own, or among them. */
    private static final Set<MigrationState> UNKNOWN = EnumSet.of(
            MigrationState.FUTURE_SUCCESS,
            MigrationState.FUTURE_FAILED,
            MigrationState.MISSING_SUCCESS,
            MigrationState.MISSING_FAILED);

    private final Database database;
    private final MigrationInfo[] all;
    private final boolean databaseExists;

    Migrations(Database database) {
        this.database = database;
        all = flyway(database, MigrationVersion.LATEST, false).info().all();
        Optional<MigrationInfo> unknown = Arrays.stream(all)
                .filter(step -> UNKNOWN.contains(step.getState()))
                .findFirst();
        if (unknown.isPresent()) {
            throw new CannotOpen(
                    CannotOpen.Reason.DATABASE_NEWER,
                    "The database was written by a newer Stillpoint, or by one that never came to be (its schema has step "
                            + unknown.get().getVersion() + "); start that one, nothing was changed.");
        }
        databaseExists = Arrays.stream(all).anyMatch(step -> step.getState().isApplied());
    }

    /** Whether anything was ever kept here. */
    boolean databaseExists() {
        return databaseExists;
    }

    /** The newest step that was taken; 0 where nothing was ever kept. */
    int schema() {
        return newest(step -> step.getState().isApplied());
    }

    /** The newest step that this program knows. */
    int newest() {
        return newest(step -> true);
    }

    private int newest(Predicate<MigrationInfo> which) {
        return Arrays.stream(all)
                .filter(which)
                .filter(step -> step.getVersion() != null)
                .mapToInt(step -> step.getVersion().getMajor().intValueExact())
                .max()
                .orElse(0);
    }

    /** Takes the steps that are left; where there are none, and those that were taken are this program's own, there is nothing to do. */
    void run() {
        if (isBehind()) {
            flyway(database, MigrationVersion.LATEST, lacksAnEarlierStep()).migrate();
        }
    }

    /** Whether steps are left, or were taken otherwise. */
    boolean isBehind() {
        return Arrays.stream(all).anyMatch(step -> !step.getState().isApplied() || !step.isChecksumMatching());
    }

    /** Whether a step was merged, from another branch, after the newest that was taken: it is taken late, and Flyway warns of that. */
    private boolean lacksAnEarlierStep() {
        return Arrays.stream(all).anyMatch(step -> step.getState() == MigrationState.IGNORED);
    }

    /** As an earlier program left it. */
    void runTo(int schema) {
        flyway(database, MigrationVersion.fromVersion(String.valueOf(schema)), false)
                .migrate();
    }

    private static Flyway flyway(Database database, MigrationVersion target, boolean lateSteps) {
        return Flyway.configure()
                .dataSource(database.patientSource())
                .loggers("slf4j") // the application decides where that goes
                .locations(
                        "classpath:org/stillpoint/store/migration",
                        "classpath:org/stillpoint/store/rule/" + database.name())
                .placeholders(Map.of("bytes", database.bytesType()))
                .target(target)
                .outOfOrder(lateSteps)
                .load();
    }
}
