package org.stillpoint.record.literature;

import java.util.List;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;

/** Where the studies that the practice adds are kept. */
public interface AddedStudies {

    /**
     * Adds a study; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another study is kept under this id
     */
    void add(AddedStudy study);

    /**
     * The study under this id.
     *
     * @throws NoSuchRecord if there is no such study
     */
    void remove(Id<AddedStudy> id);

    /** All of them, the oldest publication first. */
    List<AddedStudy> list();
}
