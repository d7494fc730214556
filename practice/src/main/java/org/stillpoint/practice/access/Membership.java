package org.stillpoint.practice.access;

import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Rights;

/**
 * The rights of a practice: whoever has an account sees to every client; the owner is made by nobody but the first start; a
 * client is erased by the owner, or by the program where its own made-up people are concerned.
 */
public final class Membership implements Rights {

    @Override
    public boolean may(Actor actor, Act act, Optional<Id<Client>> client) {
        return switch (actor) {
            case Actor.Person person ->
                switch (act) {
                    case MAKE_OWNER, RESOLVE_FORECASTS -> false;
                    case ERASE_CLIENT, SETTLE_CLOCK, SEE_AUDIT, VERIFY_RECORD ->
                        switch (person.role()) {
                            case OWNER -> true;
                            case PRACTITIONER -> false;
                        };
                    default -> true;
                };
            case Actor.Program program ->
                switch (program.part()) {
                    case DOOR -> false;
                    case FIRST_START -> act == Act.MAKE_OWNER;
                    case JOB -> act == Act.RESOLVE_FORECASTS || act == Act.VERIFY_RECORD;
                    case COMMAND_LINE ->
                        act.kind() == Act.ActKind.READS || act == Act.ERASE_CLIENT || act == Act.RESOLVE_FORECASTS;
                    case DEMO -> true;
                };
        };
    }
}
