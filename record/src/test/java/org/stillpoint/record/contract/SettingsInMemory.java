package org.stillpoint.record.contract;

import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.setting.ConsentText;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.setting.Settings;

/** What a practice has written about itself, in memory. */
final class SettingsInMemory implements Settings {
    private static final Id<Settings> ID = Id.of("00000000-0000-0000-0000-000000000001");

    private final Memory memory;
    private final Memory.Table<Class<?>, Object> rows;

    SettingsInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    private <T> T get(Class<T> kind, T none) {
        return rows.find(kind).map(kind::cast).orElse(none);
    }

    @Override
    public PracticeProfile profile() {
        return get(PracticeProfile.class, PracticeProfile.NONE);
    }

    @Override
    public ConsentText consentText() {
        return get(ConsentText.class, ConsentText.NONE);
    }

    @Override
    public GroundingSteps groundingSteps() {
        return get(GroundingSteps.class, GroundingSteps.NONE);
    }

    @Override
    public PracticeProfile replace(PracticeProfile changed) {
        return memory.write(() -> kept(
                PracticeProfile.class,
                profile().version(),
                changed.version(),
                changed.seenAt(changed.version().next())));
    }

    @Override
    public ConsentText replace(ConsentText changed) {
        return memory.write(() -> kept(
                ConsentText.class,
                consentText().version(),
                changed.version(),
                new ConsentText(changed.text(), changed.version().next())));
    }

    @Override
    public GroundingSteps replace(GroundingSteps changed) {
        return memory.write(() -> kept(
                GroundingSteps.class,
                groundingSteps().version(),
                changed.version(),
                new GroundingSteps(changed.steps(), changed.version().next())));
    }

    private <T> T kept(Class<T> kind, Version kept, Version seen, T next) {
        if (!kept.equals(seen)) {
            throw new StaleRecord(ID, seen, kept);
        }
        rows.put(kind, next);
        return next;
    }
}
