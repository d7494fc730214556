package org.stillpoint.practice.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Actor;

/** Somebody chooses the language of their own pages: at once, for themselves alone, and still after a restart. */
class ChangeOwnLanguageTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final SpokenLanguage spoken = new SpokenLanguage(people.records());
    private final ChangeOwnLanguage change = new ChangeOwnLanguage(people.work(), spoken);

    private static ChangeOwnLanguage.Command to(PracticeLanguage language) {
        return new ChangeOwnLanguage.Command(Id.random(), Optional.of(language));
    }

    @Test
    void language_chosen_isSpokenToThemAlone_andStillAfterARestart() {
        assertThat(change.by(by(desk), to(PracticeLanguage.GERMAN))).isInstanceOf(Answer.Done.class);

        assertThat(spoken.of(desk.id())).contains(PracticeLanguage.GERMAN);
        assertThat(spoken.of(owner.id())).isEmpty();
        assertThat(spoken.now()).isEqualTo(PracticeLanguage.ENGLISH);
        assertThat(new SpokenLanguage(people.records()).of(desk.id())).contains(PracticeLanguage.GERMAN);

        change.by(by(desk), new ChangeOwnLanguage.Command(Id.random(), Optional.empty()));
        assertThat(spoken.of(desk.id())).isEmpty();
        assertThat(new SpokenLanguage(people.records()).of(desk.id())).isEmpty();
    }

    /** One practice on two servers: what was chosen on one is spoken by the other once it looks. */
    @Test
    void language_chosenOnAnotherServer_isFollowed() {
        SpokenLanguage elsewhere = new SpokenLanguage(people.records());
        change.by(by(desk), to(PracticeLanguage.GERMAN));
        elsewhere.follow(people.records());
        assertThat(elsewhere.of(desk.id())).contains(PracticeLanguage.GERMAN);

        change.by(by(desk), new ChangeOwnLanguage.Command(Id.random(), Optional.empty()));
        elsewhere.follow(people.records());
        assertThat(elsewhere.of(desk.id())).isEmpty();
    }

    /** The page of before, sent again after another was chosen, chooses nothing back. */
    @Test
    void language_sentTwice_isChosenOnce() {
        ChangeOwnLanguage.Command first = to(PracticeLanguage.FRENCH);
        change.by(by(desk), first);
        change.by(by(desk), to(PracticeLanguage.SPANISH));

        assertThat(change.by(by(desk), first)).isEqualTo(new Answer.Again<>(Optional.of(PracticeLanguage.SPANISH)));
        assertThat(spoken.of(desk.id())).contains(PracticeLanguage.SPANISH);
    }

    @Test
    void whoHasNoAccount_choosesNone() {
        assertThatThrownBy(() -> change.by(Actor.program(Actor.ProgramPart.COMMAND_LINE), to(PracticeLanguage.GERMAN)))
                .isInstanceOf(NotAllowed.class);
    }
}
