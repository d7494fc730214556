package org.stillpoint.practice.language;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** In which language a client reads: what they are told to speak, where the program has it; else the practice's. */
public final class ClientLanguage {
    private final UnitOfWork work;

    public ClientLanguage(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public PracticeLanguage by(Actor actor, Id<Client> client) {
        return work.read(actor, Act.SEE_CLIENT, Optional.of(client), records -> of(records, client));
    }

    /** Within what is read or done anyway. */
    public static PracticeLanguage of(Records records, Id<Client> client) {
        return PracticeLanguage.typed(
                        records.aboutClients().contact(client).told().language().value())
                .orElseGet(() -> records.settings().profile().language());
    }
}
