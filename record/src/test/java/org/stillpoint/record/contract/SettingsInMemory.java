package org.stillpoint.record.contract;

import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Accounts;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.setting.Settings;
import org.stillpoint.record.setting.TechniqueList;

/** What a practice has written about itself, in memory. */
final class SettingsInMemory implements Settings {
    private static final Id<Settings> ID = Id.of("00000000-0000-0000-0000-000000000001");

    private final Memory memory;
    private final Accounts accounts;
    private final Memory.Table<Class<?>, Object> rows;
    private final Memory.Table<Id<Account>, PracticeLanguage> languages;

    SettingsInMemory(Memory memory, Accounts accounts) {
        this.memory = memory;
        this.accounts = accounts;
        this.rows = memory.table();
        this.languages = memory.table();
    }

    private <T> T get(Class<T> kind, T none) {
        return rows.find(kind).map(kind::cast).orElse(none);
    }

    @Override
    public PracticeProfile profile() {
        return get(PracticeProfile.class, PracticeProfile.NONE);
    }

    @Override
    public ConsentBlocks consentBlocks() {
        return get(ConsentBlocks.class, ConsentBlocks.NONE);
    }

    @Override
    public GroundingSteps groundingSteps() {
        return get(GroundingSteps.class, GroundingSteps.NONE);
    }

    @Override
    public SafetyList safetyList() {
        return get(SafetyList.class, SafetyList.NONE);
    }

    @Override
    public SafetyList replace(SafetyList changed) {
        return memory.write(() -> kept(
                SafetyList.class,
                safetyList().version(),
                changed.version(),
                new SafetyList(
                        changed.choices(), changed.own(), changed.version().next())));
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
    public ConsentBlocks replace(ConsentBlocks changed) {
        return memory.write(() -> kept(
                ConsentBlocks.class,
                consentBlocks().version(),
                changed.version(),
                changed.seenAt(changed.version().next())));
    }

    @Override
    public GroundingSteps replace(GroundingSteps changed) {
        return memory.write(() -> kept(
                GroundingSteps.class,
                groundingSteps().version(),
                changed.version(),
                new GroundingSteps(changed.steps(), changed.version().next())));
    }

    @Override
    public AftercareText aftercareText() {
        return get(AftercareText.class, AftercareText.NONE);
    }

    @Override
    public AftercareText replace(AftercareText changed) {
        return memory.write(() -> kept(
                AftercareText.class,
                aftercareText().version(),
                changed.version(),
                new AftercareText(changed.text(), changed.version().next())));
    }

    @Override
    public SessionTimer sessionTimer() {
        return get(SessionTimer.class, SessionTimer.USUAL);
    }

    @Override
    public SessionTimer replace(SessionTimer changed) {
        return memory.write(() -> kept(
                SessionTimer.class,
                sessionTimer().version(),
                changed.version(),
                new SessionTimer(
                        changed.firstMark(),
                        changed.secondMark(),
                        changed.version().next())));
    }

    @Override
    public TechniqueList techniques() {
        return get(TechniqueList.class, TechniqueList.NONE);
    }

    @Override
    public TechniqueList replace(TechniqueList changed) {
        return memory.write(() -> kept(
                TechniqueList.class,
                techniques().version(),
                changed.version(),
                new TechniqueList(changed.names(), changed.version().next())));
    }

    @Override
    public MailSetting mail() {
        return get(MailSetting.class, MailSetting.NONE);
    }

    @Override
    public MailSetting replace(MailSetting changed) {
        return memory.write(() -> kept(
                MailSetting.class,
                mail().version(),
                changed.version(),
                changed.seenAt(changed.version().next())));
    }

    private <T> T kept(Class<T> kind, Version kept, Version seen, T next) {
        if (!kept.equals(seen)) {
            throw new StaleRecord(ID, seen, kept);
        }
        rows.put(kind, next);
        return next;
    }

    @Override
    public void speak(Id<Account> person, Optional<PracticeLanguage> language) {
        memory.write(() -> {
            if (accounts.find(person).isEmpty()) {
                throw new NoSuchRecord("account", person);
            }
            language.ifPresentOrElse(own -> languages.put(person, own), () -> languages.remove(person));
            return person;
        });
    }

    @Override
    public Map<Id<Account>, PracticeLanguage> ownLanguages() {
        return languages.all();
    }
}
