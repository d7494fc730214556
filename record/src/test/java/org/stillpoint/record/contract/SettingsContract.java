package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.setting.AftercareText;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.setting.Country;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.setting.TechniqueList;

/** What every store of a practice's settings does. */
public interface SettingsContract extends Practice {
    ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    @Test
    default void language_thatSomebodyChose_isKeptUntilItIsTakenBack() {
        Account sam = Account.added(new SignInName("sam"), "{bcrypt}$2a$10$something", Role.THERAPIST, now());
        Account kim = Account.added(new SignInName("kim"), "{bcrypt}$2a$10$something", Role.ASSISTANT, now());
        records().accounts().add(sam);
        records().accounts().add(kim);
        assertThat(records().settings().ownLanguages()).isEmpty();

        records().settings().speak(sam.id(), Optional.of(PracticeLanguage.FRENCH));
        records().settings().speak(kim.id(), Optional.of(PracticeLanguage.GERMAN));
        records().settings().speak(sam.id(), Optional.of(PracticeLanguage.SPANISH));
        records().settings().speak(kim.id(), Optional.empty());

        assertThat(records().settings().ownLanguages()).containsExactly(Map.entry(sam.id(), PracticeLanguage.SPANISH));
        assertThat(records().accounts().find(sam.id())).contains(sam);
        records().accounts().update(sam.with("{bcrypt}$2a$10$another"));
        assertThat(records().settings().ownLanguages()).containsKey(sam.id());
        assertThatThrownBy(() -> records().settings().speak(Id.random(), Optional.empty()))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void settings_replaced_areKeptEachByItself_andAnOlderVersionIsRefused() {
        assertThat(records().settings().profile()).isEqualTo(PracticeProfile.NONE);
        assertThat(records().settings().consentBlocks()).isEqualTo(ConsentBlocks.NONE);
        assertThat(records().settings().groundingSteps()).isEqualTo(GroundingSteps.NONE);

        PracticeProfile named = records()
                .settings()
                .replace(PracticeProfile.NONE
                        .with("Praxis am Fluß", PracticeLanguage.ENGLISH)
                        .at("Am Fluß 3, second floor")
                        .movedTo(AUCKLAND, BERLIN, Instant.parse("2026-11-29T10:00:00.5Z")));
        assertThat(records().settings().profile()).isEqualTo(named);
        assertThat(named.place()).isEqualTo("Am Fluß 3, second floor");
        assertThat(named.zone()).contains(AUCKLAND);
        assertThat(named.zones()).hasSize(2);
        PracticeProfile again = records()
                .settings()
                .replace(named.with("Fluß", PracticeLanguage.ENGLISH).as(Optional.of(new Country("CH"))));
        assertThatThrownBy(() -> records().settings().replace(named)).isInstanceOf(StaleRecord.class);
        assertThat(records().settings().profile()).isEqualTo(again);

        ConsentBlocks told = records()
                .settings()
                .replace(new ConsentBlocks(
                        Map.of(
                                ConsentBlock.YOUR_CHOICE,
                                new WrittenBlock(true, new PrivateText("You can stop.\nAt any time.")),
                                ConsentBlock.RESEARCH_USE,
                                new WrittenBlock(false, PrivateText.NONE)),
                        Version.FIRST));
        GroundingSteps steps = records()
                .settings()
                .replace(new GroundingSteps(List.of("Hands off.", "Open your eyes."), Version.FIRST));
        assertThat(records().settings().consentBlocks()).isEqualTo(told);
        assertThat(records().settings().groundingSteps()).isEqualTo(steps);
        assertThatThrownBy(() -> records().settings().replace(ConsentBlocks.NONE))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().settings().replace(GroundingSteps.NONE))
                .isInstanceOf(StaleRecord.class);
        AftercareText aftercare =
                records().settings().replace(new AftercareText(new PrivateText("Rest."), Version.FIRST));
        assertThatThrownBy(() -> records().settings().replace(AftercareText.NONE))
                .isInstanceOf(StaleRecord.class);
        TechniqueList techniques =
                records().settings().replace(new TechniqueList(List.of("Still point", "Mouth work"), Version.FIRST));
        assertThatThrownBy(() -> records().settings().replace(TechniqueList.NONE))
                .isInstanceOf(StaleRecord.class);
        assertThat(records().settings().sessionTimer()).isEqualTo(SessionTimer.USUAL);
        SessionTimer timer = records().settings().replace(new SessionTimer(15, 25, Version.FIRST));
        assertThatThrownBy(() -> records().settings().replace(SessionTimer.USUAL))
                .isInstanceOf(StaleRecord.class);
        reopen();
        assertThat(records().settings().sessionTimer()).isEqualTo(timer);
        assertThat(records().settings().consentBlocks()).isEqualTo(told);
        assertThat(records().settings().techniques()).isEqualTo(techniques);
        assertThat(records().settings().aftercareText()).isEqualTo(aftercare);
    }
}
