package org.stillpoint.store;

import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** A practice whose record is kept by a store. */
interface StoredPractice extends Practice {
    Store store();

    @Override
    default Records records() {
        return store();
    }

    @Override
    default UnitOfWork work(Rights rights) {
        return store().unitOfWork(rights);
    }

    @Override
    default Audit audit() {
        return store().audit();
    }
}
