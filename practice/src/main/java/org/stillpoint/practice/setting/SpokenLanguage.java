package org.stillpoint.practice.setting;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.work.Records;

/** The language that a practice has set, and those that people have chosen for themselves, at hand for every page. */
public final class SpokenLanguage {
    private volatile PracticeLanguage now;
    private final Map<Id<Account>, PracticeLanguage> own;

    /** What is kept. */
    public SpokenLanguage(Records records) {
        this.now = records.settings().profile().language();
        this.own = new ConcurrentHashMap<>(records.settings().ownLanguages());
    }

    /** The practice's. */
    public PracticeLanguage now() {
        return now;
    }

    /** That which somebody has chosen for themselves. */
    public Optional<PracticeLanguage> of(Id<Account> person) {
        return Optional.ofNullable(own.get(person));
    }

    /** Speaks from now on as the practice has set it. */
    void follow(PracticeProfile profile) {
        now = profile.language();
    }

    /** Speaks to somebody from now on as they have chosen. */
    public void follow(Id<Account> person, Optional<PracticeLanguage> language) {
        language.ifPresentOrElse(chosen -> own.put(person, chosen), () -> own.remove(person));
    }
}
