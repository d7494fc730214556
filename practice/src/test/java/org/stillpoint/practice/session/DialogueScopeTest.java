package org.stillpoint.practice.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.access.ChangeSessionHabits;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SessionHabits;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.UnitOfWork;

/** What a therapist did in talk stands under their name, and within their scope of practice. */
class DialogueScopeTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final Id<Session> session = started();

    private Id<Session> started() {
        Id<Session> id = Id.random();
        new StartSession(work, people.clock()).by(by(sam), StartSession.Command.clear(id, ann, Id.random()));
        return id;
    }

    private Tap tap(DialogueKind what) {
        return Tap.of(Id.random(), people.clock().instant(), new Moment.Dialogue(what, Optional.empty()));
    }

    private Answer<Mark> marks(Tap tap) {
        return new MarkMoment(work, people.clock()).by(by(sam), ann, new MarkMoment.Command(session, tap));
    }

    @Test
    void dialogue_isKeptWithWhoMarkedIt_andSentTwiceIsKeptOnce() {
        Tap tap = tap(DialogueKind.LISTENED);
        assertThat(marks(tap)).isInstanceOf(Answer.Done.class);
        assertThat(marks(tap)).isInstanceOf(Answer.Again.class);
        assertThat(people.records().sessions().get(ann, session).marks())
                .extracting(Mark::moment)
                .containsExactly(new Moment.Dialogue(DialogueKind.LISTENED, Optional.of(sam.id())));
    }

    @Test
    void processed_isRefused_unlessTheyAreLicensedForPsychotherapy() {
        assertThat(marks(tap(DialogueKind.PROCESSED))).isEqualTo(new Answer.No<>(Rule.NOT_LICENSED_FOR_PSYCHOTHERAPY));
        assertThat(people.records().sessions().get(ann, session).marks()).isEmpty();

        new ChangeSessionHabits(work)
                .by(
                        by(sam),
                        new ChangeSessionHabits.Command(
                                Id.random(),
                                new SessionHabits(false, false, Map.of(), new PrivateText("Austria"), Version.FIRST)));
        assertThat(marks(tap(DialogueKind.PROCESSED))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void amended_toWhatIsNotTheirs_isRefused() {
        Tap tap = tap(DialogueKind.REFLECTED);
        marks(tap);
        AmendMark.Command wanted = new AmendMark.Command(
                Id.random(),
                session,
                tap.id(),
                Version.FIRST,
                Optional.of(new Moment.Dialogue(DialogueKind.PROCESSED, Optional.of(sam.id()))),
                PrivateText.NONE);
        assertThat(new AmendMark(work, people.clock()).by(by(sam), ann, wanted))
                .isEqualTo(new Answer.No<>(Rule.NOT_LICENSED_FOR_PSYCHOTHERAPY));
    }
}
