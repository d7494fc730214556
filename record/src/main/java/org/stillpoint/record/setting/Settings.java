package org.stillpoint.record.setting;

import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.safety.SafetyList;

/** Where it is kept what a practice has written about itself and for its clients; each by itself, every version of it. */
public interface Settings {

    /** {@link PracticeProfile#NONE} before there is one; so too with the following. */
    PracticeProfile profile();

    ConsentBlocks consentBlocks();

    GroundingSteps groundingSteps();

    SafetyList safetyList();

    AftercareText aftercareText();

    TechniqueList techniques();

    /** {@link SessionTimer#USUAL} before anybody has chosen others. */
    SessionTimer sessionTimer();

    /** {@link MailSetting#NONE} before anybody has set one. Of earlier ones nothing is kept. */
    MailSetting mail();

    /**
     * Writes it anew.
     *
     * @param changed carries the version that was seen; so too with the following
     * @return as it is kept now
     * @throws StaleRecord if another version is kept
     */
    PracticeProfile replace(PracticeProfile changed);

    /** @throws StaleRecord if another version is kept */
    ConsentBlocks replace(ConsentBlocks changed);

    /** @throws StaleRecord if another version is kept */
    GroundingSteps replace(GroundingSteps changed);

    /** @throws StaleRecord if another version is kept */
    SafetyList replace(SafetyList changed);

    /** @throws StaleRecord if another version is kept */
    AftercareText replace(AftercareText changed);

    /** @throws StaleRecord if another version is kept */
    TechniqueList replace(TechniqueList changed);

    /** @throws StaleRecord if another version is kept */
    SessionTimer replace(SessionTimer changed);

    /** @throws StaleRecord if another version is kept */
    MailSetting replace(MailSetting changed);

    /**
     * Writes in which language somebody reads the pages.
     *
     * @param language their own; empty for the practice's
     * @throws NoSuchRecord if there is no such account
     */
    void speak(Id<Account> person, Optional<PracticeLanguage> language);

    /** The language of everybody who has chosen their own. */
    Map<Id<Account>, PracticeLanguage> ownLanguages();
}
