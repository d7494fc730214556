package org.stillpoint.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.stillpoint.record.whole.OpenRows;
import org.stillpoint.record.whole.RowMembers;
import org.stillpoint.record.whole.WhoseRows;

/** Rows in the clear, read from one state of the record beside whoever uses it, for as long as it takes. */
public final class RowsBeside implements OpenRows {
    private final StoreSettings settings;

    public RowsBeside(StoreSettings settings) {
        this.settings = settings;
    }

    @Override
    public int write(WhoseRows whose, RowMembers into) {
        try (Store store = Store.openBeside(settings)) {
            int schema = new Migrations(store.database()).schema();
            return store.database().read(transaction -> {
                try {
                    new RowsOut(store, transaction, store.keys().sealed()).write(whose, into);
                    return schema;
                } catch (IOException full) {
                    throw new UncheckedIOException(full);
                }
            });
        }
    }
}
