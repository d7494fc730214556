package org.stillpoint.practice.session;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.practice.safety.SafetyStanding;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SessionHabits;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Grounding;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.setting.GroundingSteps;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** One session, while it goes on and afterwards; what the client said in it is read apart. */
public final class SessionReading {

    /**
     * @param client whose
     * @param session with its marks
     * @param map the newest map of the pain
     * @param notes whose process notes are kept of it
     * @param background what whoever treats the client knows beforehand
     * @param steps the practice's own after a stop; empty where it has written none
     * @param grounding how far the client is grounded since they said stop last
     * @param touch where touch is welcome
     * @param answered what was ever asked first and answered for
     * @param flags red flags that nobody has answered yet
     * @param techniques the practice's own; empty where it has written none
     * @param timer when it marks the time
     * @param habits how the reader holds one
     * @param around what stands before and after it; empty where it goes on
     * @param plan what was planned before it
     * @param written its notes, the earliest written first; at most one is not struck out
     */
    public record SessionView(
            Client client,
            Session session,
            Optional<BodyMap> map,
            NotesHeld notes,
            Background background,
            List<String> steps,
            Grounding grounding,
            Optional<TouchMap> touch,
            List<SafetyStanding.AnsweredFor> answered,
            List<RedFlag> flags,
            List<String> techniques,
            SessionTimer timer,
            SessionHabits habits,
            Optional<AroundSession> around,
            Optional<SessionPlan> plan,
            List<SessionNote> written) {

        /** The note that is not struck out. */
        public Optional<SessionNote> note() {
            return written.stream().filter(each -> !each.isStruckOut()).findFirst();
        }
    }

    /**
     * Whose the process notes of a session are.
     *
     * @param open whether some are open for the reader
     * @param others who else keeps some, each once
     */
    public record NotesHeld(boolean open, List<SignInName> others) {}

    /**
     * @param seen the session
     * @param notes what the client said, by mark, as far as it is open for the reader
     * @param own those that the reader wrote down, and may let leave
     * @param leaving of these, what their author said last, where they leave
     */
    public record WithNotes(
            SessionView seen,
            Map<Id<Mark>, ProcessNote> notes,
            Set<Id<Mark>> own,
            Map<Id<Mark>, NoteRelease> leaving) {}

    /**
     * How a session stands at this moment.
     *
     * @param stop the stop that holds
     * @param grounding how far the client is grounded since they said stop last
     * @param holds who holds it, seen from the device that asks
     */
    public record SessionTurn(Session session, Optional<Mark> stop, Grounding grounding, Holder holds) {}

    /** Who holds a session, seen from one device. */
    public enum Holder {
        NOBODY,
        THIS_DEVICE,
        ANOTHER_DEVICE
    }

    /** Own choice, 2026: more than go on at once in any practice. */
    private static final int REMEMBERED = 1_000;

    private final UnitOfWork work;
    private final Clock clock;
    private final Map<Id<Session>, Id<Client>> found = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Id<Session>, Id<Client>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public SessionReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws NoSuchRecord if there is no such session */
    public SessionView by(Actor actor, Id<Session> id) {
        Id<Client> client = clientOf(actor, id);
        return work.read(actor, Act.SEE_SESSION, Optional.of(client), records -> seen(records, actor, client, id));
    }

    /** @throws NoSuchRecord if there is no such session */
    public WithNotes withNotes(Actor actor, Id<Session> id) {
        Id<Client> client = clientOf(actor, id);
        return work.read(actor, Act.SEE_PROCESS_NOTES, Optional.of(client), records -> {
            Set<Id<Mark>> own = own(records, actor, client, id);
            return new WithNotes(
                    seen(records, actor, client, id),
                    notes(records, actor, client, id),
                    own,
                    NoteRelease.leaving(records.noteReleases().list(client)).stream()
                            .filter(release -> own.contains(release.note()))
                            .collect(Collectors.toMap(NoteRelease::note, release -> release)));
        });
    }

    /**
     * How it stands now: what a page that was opened, and accounted for then, asks each second, so that a stop on another device
     * stops here. That it is asked again stands in no account. A device that watches another gets all marks, those that hold it only what
     * turns the session.
     *
     * @param asking which device asks; empty where that is not told
     * @throws NotAllowed if the actor does not see whose it is
     */
    public SessionTurn turn(Actor actor, Id<Session> id, Optional<SessionDevice> asking) {
        Id<Client> client = clientOf(actor, id);
        return work.read(actor, Act.FIND_SESSION, Optional.empty(), records -> {
            if (records.today().list(List.of(client)).isEmpty()) {
                throw new NotAllowed(Act.SEE_SESSION.name());
            }
            Session turns = records.sessions().turns(client, id, Id.random());
            Holder holds = holds(turns.findHand(Instant.MAX), asking);
            Session session =
                    holds == Holder.ANOTHER_DEVICE ? records.sessions().get(client, id) : turns;
            return new SessionTurn(
                    session,
                    session.findStop(Instant.MAX),
                    Grounding.of(session, records.settings().groundingSteps().count()),
                    holds);
        });
    }

    private static Holder holds(Optional<SessionDevice> holder, Optional<SessionDevice> asking) {
        if (holder.isEmpty()) {
            return Holder.NOBODY;
        }
        return holder.equals(asking) ? Holder.THIS_DEVICE : Holder.ANOTHER_DEVICE;
    }

    /**
     * Whose session it is: that never changes, and is looked for once. What is then done with it asks whether the actor may, and whether
     * the session is there still.
     *
     * @throws NoSuchRecord if there is no such session
     */
    public Id<Client> clientOf(Actor actor, Id<Session> id) {
        synchronized (found) {
            Id<Client> known = found.get(id);
            if (known != null) {
                return known;
            }
        }
        Id<Client> client = work.read(
                actor,
                Act.FIND_SESSION,
                Optional.empty(),
                records -> records.sessions().findClient(id).orElseThrow(() -> new NoSuchRecord("session", id)));
        synchronized (found) {
            found.put(id, client);
        }
        return client;
    }

    /** What is open for a reader; for whoever holds the key that is everything. */
    public static Map<Id<Mark>, ProcessNote> notes(Records records, Actor reader, Id<Client> client, Id<Session> id) {
        return switch (reader) {
            case Actor.Person person -> records.processNotes().list(client, id, person.account());
            case Actor.Program program -> records.processNotes().listAll(client, id);
            case Actor.Linked linked -> Map.of();
            case Actor.Registered registered -> Map.of();
        };
    }

    private static Set<Id<Mark>> own(Records records, Actor reader, Id<Client> client, Id<Session> id) {
        return records.processNotes().authors(client, id).entrySet().stream()
                .filter(note -> note.getValue().isPresent() && note.getValue().equals(reader.ownAccount()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static NotesHeld held(Records records, Actor reader, Id<Client> client, Id<Session> id) {
        Collection<Optional<Id<Account>>> authors =
                records.processNotes().authors(client, id).values();
        Optional<Id<Account>> own = reader.ownAccount();
        boolean emergency = own.flatMap(account -> records.care().find(client, account))
                .filter(bond -> bond == Bond.EMERGENCY)
                .isPresent();
        return new NotesHeld(
                !emergency && authors.stream().anyMatch(author -> author.isEmpty() || author.equals(own)),
                authors.stream()
                        .flatMap(Optional::stream)
                        .filter(author -> !own.equals(Optional.of(author)))
                        .distinct()
                        .flatMap(author -> records.accounts().find(author).stream())
                        .map(Account::signInName)
                        .toList());
    }

    private SessionView seen(Records records, Actor reader, Id<Client> client, Id<Session> id) {
        Session session = records.sessions().get(client, id);
        GroundingSteps steps = records.settings().groundingSteps();
        return new SessionView(
                records.clients().get(client),
                session,
                records.bodyMaps().findLatest(client),
                held(records, reader, client, id),
                records.aboutClients().background(client).told(),
                steps.steps(),
                Grounding.of(session, steps.count()),
                records.touchMaps().findLatest(client),
                SafetyStanding.answered(records.safetyChecks().list(client).reversed()),
                records.redFlags().listOpen(List.of(client)),
                records.settings().techniques().names(),
                records.settings().sessionTimer(),
                reader.ownAccount().map(own -> records.habits().get(own)).orElse(SessionHabits.USUAL),
                session instanceof EndedSession ended
                        ? Optional.of(AroundSession.of(records, ended, clock.instant()))
                        : Optional.empty(),
                records.sessionPlans().findOf(client, id),
                records.sessionNotes().listOf(client, id));
    }
}
