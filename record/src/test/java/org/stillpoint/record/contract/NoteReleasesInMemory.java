package org.stillpoint.record.contract;

import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.NoteRelease;
import org.stillpoint.record.session.NoteReleases;

/** Which process notes their authors let leave, in memory. */
final class NoteReleasesInMemory implements NoteReleases {
    private final OfAClient<NoteRelease> rows;
    private final SessionsInMemory sessions;

    NoteReleasesInMemory(Memory memory, ClientsInMemory clients, SessionsInMemory sessions) {
        this.sessions = sessions;
        rows = new OfAClient<>(
                "release of a process note",
                memory,
                clients,
                NoteRelease::id,
                NoteRelease::client,
                said -> Version.FIRST,
                (said, seen) -> said);
    }

    @Override
    public void add(NoteRelease said) {
        sessions.head(said.client(), said.session());
        rows.add(said, NoteRelease::equals);
    }

    @Override
    public List<NoteRelease> list(Id<Client> client) {
        return rows.list(client, NoteRelease.IN_ORDER);
    }
}
