package org.stillpoint.record.work;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Who may do what, for whom. Asked inside the unit of work of every act and every reading. */
@FunctionalInterface
public interface Rights {

    /** Whether this actor may do this; for the practice where no client is named. */
    boolean may(Actor actor, Act act, Optional<Id<Client>> client);

    /** Whom the lists of the record show to this actor while they do this. */
    default Sight sight(Actor actor, Act act) {
        return Sight.EVERYONE;
    }
}
