package org.stillpoint.practice.setting;

import java.util.Locale;
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
    private volatile PracticeProfile practice;
    private final Map<Id<Account>, PracticeLanguage> own;

    /** What is kept. */
    public SpokenLanguage(Records records) {
        this.practice = records.settings().profile();
        this.own = new ConcurrentHashMap<>(records.settings().ownLanguages());
    }

    /** The practice's. */
    public PracticeLanguage now() {
        return practice.language();
    }

    /** A language as the practice's country writes it. */
    public Locale written(Locale language) {
        return practice.written(language);
    }

    /** That which somebody has chosen for themselves. */
    public Optional<PracticeLanguage> of(Id<Account> person) {
        return Optional.ofNullable(own.get(person));
    }

    /** Speaks from now on as is kept now, whichever server has kept it. */
    public void follow(Records records) {
        practice = records.settings().profile();
        Map<Id<Account>, PracticeLanguage> chosen = records.settings().ownLanguages();
        own.keySet().retainAll(chosen.keySet());
        own.putAll(chosen);
    }

    /** Speaks from now on as the practice has set it. */
    void follow(PracticeProfile profile) {
        practice = profile;
    }

    /** Speaks to somebody from now on as they have chosen. */
    public void follow(Id<Account> person, Optional<PracticeLanguage> language) {
        language.ifPresentOrElse(chosen -> own.put(person, chosen), () -> own.remove(person));
    }
}
