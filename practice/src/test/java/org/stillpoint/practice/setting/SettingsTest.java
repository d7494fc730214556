package org.stillpoint.practice.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.setting.ConsentBlocks;
import org.stillpoint.record.setting.ConsentBlocks.WrittenBlock;
import org.stillpoint.record.setting.Country;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.setting.PracticeProfile;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;

/** What a practice writes about itself: by its owner, once however often it is sent, and its days stay where they are. */
class SettingsTest {
    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland"); // 13 hours before UTC in November

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final PracticeClock clock = new PracticeClock(people.clock(), PracticeProfile.NONE);
    private final SpokenLanguage language = new SpokenLanguage(people.records());
    private final ChangeProfile change = new ChangeProfile(people.work(), clock, language);
    private final SettingReading reading = new SettingReading(people.work());

    private ChangeProfile.Command to(ZoneId zone, Version seen) {
        return new ChangeProfile.Command(
                Id.random(), "By the river", "", zone, PracticeLanguage.ENGLISH, Optional.empty(), seen);
    }

    private CheckIn checkIn(Id<Client> client, Optional<LocalDate> day) {
        Answers answers = Answers.of(Score0To10.of(4), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE);
        Answer<CheckIn> given = new GiveCheckIn(people.work(), clock)
                .by(by(sam), new GiveCheckIn.Command(Id.random(), client, answers, day));
        return ((Answer.Done<CheckIn>) given).kept();
    }

    private LocalDate dayOf(CheckIn checkIn) {
        return LocalDate.ofInstant(checkIn.at(), clock.getZone());
    }

    @Test
    void zone_winsOverTheMachines_andWhatIsKeptStaysOnItsDay() {
        Id<Client> ann = people.add(sam, "Ann Example", OptionalInt.empty());
        people.clock().pass(Duration.ofHours(13));
        LocalDate sunday = LocalDate.of(2026, 11, 22);
        CheckIn late = checkIn(ann, Optional.empty());
        assertThat(dayOf(late)).isEqualTo(sunday).isEqualTo(LocalDate.now(clock));

        assertThat(change.by(by(owner), to(AUCKLAND, Version.FIRST))).isInstanceOf(Answer.Done.class);
        people.clock().pass(Duration.ofSeconds(1));
        assertThat(LocalDate.now(clock)).isEqualTo(sunday.plusDays(1));
        assertThat(dayOf(late)).isEqualTo(sunday);
        assertThat(dayOf(checkIn(ann, Optional.of(sunday.minusDays(3))))).isEqualTo(sunday.minusDays(3));
        assertThat(dayOf(checkIn(ann, Optional.empty()))).isEqualTo(sunday.plusDays(1));

        Clock elsewhere = Clock.fixed(people.clock().instant(), ZoneId.of("America/New_York"));
        PracticeClock afterARestart = new PracticeClock(elsewhere, reading.profile(by(sam)));
        assertThat(afterARestart.getZone()).isEqualTo(clock.getZone());
    }

    @Test
    void zone_ofAPracticeInWhichNobodyIsYet_hasHeldFromTheBeginning() {
        change.by(by(owner), to(AUCKLAND, Version.FIRST));
        assertThat(clock.getZone()).isEqualTo(AUCKLAND);
        assertThat(LocalDate.ofInstant(Instant.parse("2020-11-22T12:00:00Z"), clock.getZone()))
                .isEqualTo(LocalDate.of(2020, 11, 23));
    }

    @Test
    void profile_sentTwice_isChangedOnce_andAnOlderVersionIsShownWhatIsKept() {
        ChangeProfile.Command wanted = to(ZoneOffset.UTC, Version.FIRST);
        assertThat(change.by(by(owner), wanted)).isInstanceOf(Answer.Done.class);
        assertThat(change.by(by(owner), wanted)).isInstanceOf(Answer.Again.class);
        assertThat(change.by(by(owner), to(AUCKLAND, Version.FIRST))).isInstanceOf(Answer.Changed.class);
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
        assertThat(reading.profile(by(sam)).name()).isEqualTo("By the river");
    }

    @Test
    void country_isKept_andEveryLanguageIsWrittenAsThereFromThenOn() {
        assertThat(language.written(Locale.GERMANY)).isEqualTo(Locale.GERMANY);
        var wanted = new ChangeProfile.Command(
                Id.random(),
                "Am Bach",
                "",
                ZoneOffset.UTC,
                PracticeLanguage.GERMAN,
                Optional.of(new Country("CH")),
                Version.FIRST);
        assertThat(change.by(by(owner), wanted)).isInstanceOf(Answer.Done.class);
        for (SpokenLanguage spoken : List.of(language, new SpokenLanguage(people.records()))) {
            assertThat(spoken.now()).isEqualTo(PracticeLanguage.GERMAN);
            assertThat(spoken.written(Locale.GERMANY)).isEqualTo(Locale.forLanguageTag("de-CH"));
            assertThat(spoken.written(Locale.FRANCE)).isEqualTo(Locale.forLanguageTag("fr-CH"));
        }
    }

    @Test
    void texts_areWrittenByTheOwner_andReadByEverybody() {
        Id<Deed> key = Id.random();
        var consent = new ChangeConsentBlocks.Command(
                key,
                new ConsentBlocks(
                        Map.of(ConsentBlock.YOUR_CHOICE, new WrittenBlock(true, new PrivateText("You can stop."))),
                        Version.FIRST));
        var steps = new ChangeGroundingSteps.Command(
                Id.random(), new GroundingSteps(List.of("Open your eyes."), Version.FIRST));
        ChangeConsentBlocks changeText = new ChangeConsentBlocks(people.work());
        ChangeGroundingSteps changeSteps = new ChangeGroundingSteps(people.work());
        assertThatThrownBy(() -> changeText.by(by(sam), consent)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> changeSteps.by(by(sam), steps)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> change.by(by(sam), to(AUCKLAND, Version.FIRST)))
                .isInstanceOf(NotAllowed.class);

        assertThat(changeText.by(by(owner), consent)).isInstanceOf(Answer.Done.class);
        assertThat(changeText.by(by(owner), consent)).isInstanceOf(Answer.Again.class);
        assertThat(changeSteps.by(by(owner), steps)).isInstanceOf(Answer.Done.class);
        assertThat(changeSteps.by(by(owner), new ChangeGroundingSteps.Command(Id.random(), GroundingSteps.NONE)))
                .isInstanceOf(Answer.Changed.class);
        Actor stranger = Actor.program(Actor.ProgramPart.DOOR);
        assertThat(reading.consentBlocks(stranger).of(ConsentBlock.YOUR_CHOICE).text())
                .isEqualTo(new PrivateText("You can stop."));
        assertThat(reading.groundingSteps(by(sam)).steps()).containsExactly("Open your eyes.");
    }
}
