package org.stillpoint.app.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stillpoint.record.Id;
import org.stillpoint.store.Store;
import org.stillpoint.web.health.Vitals;

/**
 * How the record of a practice does.
 *
 * @param folder of the practice
 */
record RecordVitals(Store store, Path folder) implements Vitals {

    @Override
    public VitalSigns look() {
        return new VitalSigns(
                answers(),
                store.keeping().findLoss().isEmpty(),
                freeBytes(),
                store.keeping().lastBackup());
    }

    private boolean answers() {
        try {
            return store.accounts().find(Id.random()).isEmpty();
        } catch (RuntimeException silent) {
            return false;
        }
    }

    private long freeBytes() {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException untold) {
            return -1;
        }
    }
}
