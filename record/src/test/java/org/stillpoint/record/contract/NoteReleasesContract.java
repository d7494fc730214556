package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.Session;

/** What every keeping does with what authors say of their process notes. */
public interface NoteReleasesContract extends Practice {

    private NoteRelease said(Session session, Id<Mark> note, Id<Account> by, int number, boolean leaves) {
        return new NoteRelease(Id.random(), session.client(), session.id(), note, by, now(), number, leaves);
    }

    @Test
    default void release_isKeptInTheOrderInWhichItWasSaid_andTheLastCounts() {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        Id<Account> sam = Id.random();
        NoteRelease released = said(session, Id.random(), sam, 1, true);
        NoteRelease takenBack = said(session, released.note(), sam, 2, false);
        NoteRelease other = said(session, Id.random(), sam, 1, true);
        List.of(takenBack, released, other, released).forEach(records().noteReleases()::add);
        reopen();
        List<NoteRelease> kept = records().noteReleases().list(ann.id());
        assertThat(kept).containsExactlyInAnyOrder(released, other, takenBack).endsWith(takenBack);
        assertThat(NoteRelease.leaving(kept)).containsExactly(other);
        assertThat(records().noteReleases().list(addClient("Bea").id())).isEmpty();
    }

    @Test
    default void release_ofNoSession_orUnderAnothersId_isRefused_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        Session session = startSession(ann);
        NoteRelease first = said(session, Id.random(), Id.random(), 1, true);
        records().noteReleases().add(first);
        NoteRelease under = new NoteRelease(
                first.id(), first.client(), first.session(), Id.random(), first.by(), first.at(), 1, true);
        assertThatThrownBy(() -> records().noteReleases().add(under)).isInstanceOf(AlreadyThere.class);
        NoteRelease ofAnother = new NoteRelease(
                Id.random(), addClient("Bea").id(), first.session(), first.note(), first.by(), first.at(), 1, true);
        assertThatThrownBy(() -> records().noteReleases().add(ofAnother)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> said(session, first.note(), first.by(), 0, true))
                .isInstanceOf(BadValue.class);
        records().clients().erase(ann.id());
        assertThat(records().noteReleases().list(ann.id())).isEmpty();
    }
}
