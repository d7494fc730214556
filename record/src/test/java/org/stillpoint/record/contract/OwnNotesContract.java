package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.OwnNote;
import org.stillpoint.record.session.Session;

/** What every keeping does with the therapists' own notes. */
public interface OwnNotesContract extends Practice {

    private Id<Account> author(String name) {
        Account account = Account.added(new SignInName(name), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(account);
        return account.id();
    }

    private OwnNote note(Session session, Id<Account> author, String text) {
        OwnNote note =
                OwnNote.written(Id.random(), session.client(), session.id(), author, new PrivateText(text), now());
        records().ownNotes().add(note);
        clock().pass(Duration.ofSeconds(1));
        return note;
    }

    @Test
    default void ownNote_isHandedToItsAuthor_andToNobodyElse_untilItIsReleased() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Session session = startSession(ann);
        Id<Account> sam = author("sam");
        Id<Account> kim = author("kim");
        OwnNote first = note(session, sam, "a thought");
        OwnNote second = note(session, sam, "another");
        OwnNote kims = note(session, kim, "hers");
        records().ownNotes().add(first);
        assertThat(records().ownNotes().list(ann.id(), sam)).containsExactly(first, second);
        assertThat(records().ownNotes().list(ann.id(), kim)).containsExactly(kims);
        assertThat(records().ownNotes().list(bea.id(), sam)).isEmpty();
        assertThat(records().ownNotes().find(ann.id(), sam, first.id())).contains(first);
        assertThat(records().ownNotes().find(ann.id(), kim, first.id())).isEmpty();
        assertThat(records().ownNotes().find(bea.id(), sam, first.id())).isEmpty();
        assertThat(records().ownNotes().listReleased(ann.id())).isEmpty();

        OwnNote released = records().ownNotes().update(first.released(true));
        assertThat(records().ownNotes().listReleased(ann.id())).containsExactly(released);
        reopen();
        assertThat(records().ownNotes().list(ann.id(), sam)).containsExactlyInAnyOrder(released, second);
    }

    @Test
    default void ownNote_changed_keepsHowItStood_itsSessionAndItsAuthor() {
        Session session = startSession(addClient("Ann"));
        Id<Account> sam = author("sam");
        OwnNote note = note(session, sam, "a thought");
        OwnNote changed = records().ownNotes().update(note.with(new PrivateText("a better one"), now()));
        assertThat(changed.text()).isEqualTo(new PrivateText("a better one"));
        assertThat(changed.earlier()).containsExactly(new OwnNote.EarlierText(note.text(), note.writtenAt()));
        assertThat(records().ownNotes().find(note.client(), sam, note.id())).contains(changed);
        assertThatThrownBy(() -> records().ownNotes().update(note.released(true)))
                .isInstanceOf(StaleRecord.class);
        OwnNote anothers = new OwnNote(
                note.id(),
                note.client(),
                note.session(),
                author("kim"),
                note.text(),
                now(),
                true,
                changed.earlier(),
                changed.version());
        assertThatThrownBy(() -> records().ownNotes().update(anothers)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> note.with(new PrivateText(" "), now())).isInstanceOf(BadValue.class);
    }

    @Test
    default void ownNote_ofASessionOfNobodyOrAnother_isRefused_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Session session = startSession(ann);
        Id<Account> sam = author("sam");
        PrivateText text = new PrivateText("a thought");
        assertThatThrownBy(() -> records()
                        .ownNotes()
                        .add(OwnNote.written(Id.random(), bea.id(), session.id(), sam, text, now())))
                .isInstanceOf(NoSuchRecord.class);
        OwnNote note = note(session, sam, "a thought");
        assertThatThrownBy(() -> records()
                        .ownNotes()
                        .add(OwnNote.written(
                                note.id(), ann.id(), session.id(), sam, new PrivateText("otherwise"), now())))
                .isInstanceOf(AlreadyThere.class);
        records().clients().erase(ann.id());
        assertThat(records().ownNotes().list(ann.id(), sam)).isEmpty();
    }
}
