package org.stillpoint.app.demo;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.note.NoteReading;
import org.stillpoint.practice.note.NoteReading.NoteToSign;
import org.stillpoint.practice.note.NoteReading.NoteView;
import org.stillpoint.practice.note.NoteReading.NotedSession;
import org.stillpoint.practice.note.SignSessionNote;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import org.stillpoint.web.note.NoteTold;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Speaker;

/** The notes of the sessions that were told, signed as they are drafted by the practice's owner, but for the latest. */
final class SignedNotes {

    /** How many of the latest still wait: own choice, 2026. */
    private static final int WAITING = 2;

    private static final Duration AFTER = Duration.ofMinutes(20);

    private final Store store;
    private final StoryClock clock;
    private final NoteReading reading;
    private final SignSessionNote sign;
    private final NoteTold told;

    SignedNotes(Store store, UnitOfWork work, StoryClock clock) {
        this.store = store;
        this.clock = clock;
        reading = new NoteReading(work, clock);
        sign = new SignSessionNote(work, clock);
        told = new NoteTold(new Places(Atlas.standard(), new Speaker(Locale.UK, clock::getZone)), clock);
    }

    void sign() {
        Account owner = store.accounts().list().getFirst();
        Actor who = new Actor.Person(owner.id(), owner.role());
        try {
            List<NoteToSign> waiting = reading.toSign(who);
            waiting.subList(0, Math.max(0, waiting.size() - WAITING)).forEach(each -> sign(who, each));
        } finally {
            clock.present();
        }
    }

    private void sign(Actor who, NoteToSign waiting) {
        clock.present();
        NoteView seen = reading.by(who, waiting.client().id(), waiting.note().id());
        NotedSession noted = seen.session().orElseThrow();
        clock.set(noted.session().endedAt().plus(AFTER));
        Visits.done(sign.by(
                who,
                new SignSessionNote.Command(
                        Id.random(),
                        seen.note().client(),
                        seen.note().id(),
                        seen.note().version(),
                        noted.session().marks().size(),
                        told.lines(noted, seen.note().draft()),
                        true)));
    }
}
