package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.literature.AddedStudies;
import org.stillpoint.record.literature.AddedStudy;

/** The studies that the practice adds, in memory. */
final class AddedStudiesInMemory implements AddedStudies {
    private final Memory memory;
    private final Memory.Table<Id<AddedStudy>, AddedStudy> rows;

    AddedStudiesInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    @Override
    public void add(AddedStudy study) {
        memory.write(() -> {
            if (rows.find(study.id()).filter(kept -> !kept.equals(study)).isPresent()) {
                throw new AlreadyThere("study", study.id());
            }
            rows.put(study.id(), study);
            return study;
        });
    }

    @Override
    public void remove(Id<AddedStudy> id) {
        memory.write(() -> {
            if (rows.find(id).isEmpty()) {
                throw new NoSuchRecord("study", id);
            }
            rows.remove(id);
            return id;
        });
    }

    @Override
    public List<AddedStudy> list() {
        return rows.stream()
                .sorted(Comparator.comparingInt(AddedStudy::year)
                        .thenComparing(AddedStudy::name)
                        .thenComparing(AddedStudy::id))
                .toList();
    }
}
