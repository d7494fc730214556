package org.stillpoint.store;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/** The road from any older schema to this program's. */
final class Migrations {
    private final Flyway flyway;
    private final boolean databaseExists;

    Migrations(Database database) {
        flyway = Flyway.configure()
                .dataSource(database.source())
                .loggers("slf4j") // the application decides where that goes
                .locations(
                        "classpath:org/stillpoint/store/migration",
                        "classpath:org/stillpoint/store/rule/" + database.name())
                .placeholders(Map.of("bytes", database.bytesType()))
                .load();
        MigrationInfo[] all = flyway.info().all();
        Optional<MigrationInfo> newer = Arrays.stream(all)
                .filter(step -> step.getState() == MigrationState.FUTURE_SUCCESS
                        || step.getState() == MigrationState.FUTURE_FAILED)
                .findFirst();
        if (newer.isPresent()) {
            throw new CannotOpen(
                    CannotOpen.Reason.DATABASE_NEWER,
                    "The database was written by a newer Stillpoint (its schema has step "
                            + newer.get().getVersion() + "); start that one, nothing was changed.");
        }
        databaseExists = Arrays.stream(all).anyMatch(step -> step.getState().isApplied());
    }

    /** Whether anything was ever kept here. */
    boolean databaseExists() {
        return databaseExists;
    }

    void run() {
        flyway.migrate();
    }
}
