package org.stillpoint.practice.setting;

import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;

/** The language that a practice has set, at hand for every page. */
public final class SpokenLanguage {
    private volatile PracticeLanguage now;

    public SpokenLanguage(PracticeProfile profile) {
        this.now = profile.language();
    }

    public PracticeLanguage now() {
        return now;
    }

    /** Speaks from now on as the practice has set it. */
    void follow(PracticeProfile profile) {
        now = profile.language();
    }
}
