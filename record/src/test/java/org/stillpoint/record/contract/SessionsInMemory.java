package org.stillpoint.record.contract;

import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.ProcessNotes;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;

/** The sessions with their marks and process notes, in memory. */
final class SessionsInMemory implements Sessions {
    private static final Comparator<Session> IN_TIME =
            Comparator.comparing(Session::startedAt).thenComparing(Session::id);

    private record Kept(Id<Session> session, Mark mark, Optional<AuthoredNote> note) {}

    private final Memory memory;
    private final RecordsInMemory records;
    private final Clock clock;
    private final Memory.Table<Id<Session>, Session> heads;
    private final Memory.Table<Id<Mark>, Kept> marks;

    SessionsInMemory(Memory memory, ClientsInMemory clients, RecordsInMemory records, Clock clock) {
        this.memory = memory;
        this.records = records;
        this.clock = clock;
        this.heads = memory.table();
        this.marks = memory.table();
        clients.whenErased(erased -> heads(erased).forEach(head -> {
            kept(head.id()).forEach(kept -> marks.remove(kept.mark().id()));
            heads.remove(head.id());
        }));
    }

    @Override
    public void add(OpenSession started) {
        memory.write(() -> {
            if (isUsed(started.safetyCheck()) || findOpen(started.client()).isPresent()) {
                throw new IllegalStateException("a second session on a check, or beside an open one");
            }
            heads.put(started.id(), started);
            return started;
        });
    }

    @Override
    public void append(Id<Client> client, Id<Session> session, Mark mark, Optional<AuthoredNote> note) {
        memory.write(() -> {
            head(client, session);
            if (marks.find(mark.id()).isPresent()) {
                throw new AlreadyThere("mark", mark.id());
            }
            marks.put(mark.id(), new Kept(session, mark, note));
            return mark;
        });
    }

    @Override
    public void keep(Session session) {
        memory.write(() -> {
            head(session.client(), session.id());
            heads.put(session.id(), session.with(List.of()));
            return session;
        });
    }

    @Override
    public void remove(Id<Client> client, Id<Session> session) {
        memory.write(() -> {
            head(client, session);
            if (!whole(head(client, session)).isUnmarked()) {
                throw new IllegalStateException("a session in which something was marked");
            }
            kept(session).forEach(kept -> marks.remove(kept.mark().id()));
            heads.remove(session);
            return session;
        });
    }

    @Override
    public boolean isUsed(Id<SafetyCheck> check) {
        return heads.stream().anyMatch(head -> head.safetyCheck().equals(check));
    }

    @Override
    public Optional<Session> find(Id<Client> client, Id<Session> id) {
        return heads.find(id).filter(head -> head.client().equals(client)).map(this::whole);
    }

    @Override
    public Optional<OpenSession> findOpen(Id<Client> client) {
        return list(client).stream()
                .filter(OpenSession.class::isInstance)
                .map(OpenSession.class::cast)
                .findFirst();
    }

    @Override
    public List<Session> list(Id<Client> client) {
        return heads(client).stream().map(this::whole).toList();
    }

    @Override
    public Optional<Id<Client>> findClient(Id<Session> id) {
        return heads.find(id).map(Session::client);
    }

    @Override
    public Session head(Id<Client> client, Id<Session> id) {
        return heads.find(id)
                .filter(head -> head.client().equals(client))
                .orElseThrow(() -> new NoSuchRecord("session", id));
    }

    @Override
    public Session turns(Id<Client> client, Id<Session> id, Id<Mark> and) {
        return head(client, id)
                .with(kept(id).stream()
                        .map(Kept::mark)
                        .filter(mark -> mark.moment().turns() || mark.id().equals(and))
                        .toList());
    }

    @Override
    public List<Session> heads(Id<Client> client) {
        return heads.stream()
                .filter(head -> head.client().equals(client))
                .sorted(IN_TIME)
                .toList();
    }

    @Override
    public Optional<Mark> findMark(Id<Client> client, Id<Session> session, Id<Mark> mark) {
        head(client, session);
        return kept(session).stream()
                .map(Kept::mark)
                .filter(one -> one.id().equals(mark))
                .findFirst();
    }

    ProcessNotes notes() {
        return new Notes();
    }

    /** The process notes: kept with the marks, read apart. */
    private final class Notes implements ProcessNotes {
        @Override
        public Map<Id<Mark>, Optional<Id<Account>>> authors(Id<Client> client, Id<Session> session) {
            return list(client, session, note -> true, AuthoredNote::author);
        }

        @Override
        public Map<Id<Mark>, ProcessNote> list(Id<Client> client, Id<Session> session, Id<Account> reader) {
            return list(client, session, note -> note.isOpenFor(reader), AuthoredNote::note);
        }

        @Override
        public Map<Id<Mark>, ProcessNote> listAll(Id<Client> client, Id<Session> session) {
            return list(client, session, note -> true, AuthoredNote::note);
        }

        private <T> Map<Id<Mark>, T> list(
                Id<Client> client, Id<Session> session, Predicate<AuthoredNote> which, Function<AuthoredNote, T> what) {
            head(client, session);
            Map<Id<Mark>, T> notes = new LinkedHashMap<>();
            kept(session)
                    .forEach(kept -> kept.note()
                            .filter(which)
                            .ifPresent(note -> notes.put(kept.mark().id(), what.apply(note))));
            return notes;
        }
    }

    private List<Kept> kept(Id<Session> session) {
        return marks.stream().filter(kept -> kept.session().equals(session)).toList();
    }

    private Session whole(Session head) {
        return head.with(kept(head.id()).stream().map(Kept::mark).toList());
    }
}
