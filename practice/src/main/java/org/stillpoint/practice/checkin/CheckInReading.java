package org.stillpoint.practice.checkin;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The check-ins of one client, to be looked through and mended. */
public final class CheckInReading {

    /**
     * @param client whose
     * @param checkIns the newest first
     * @param map where it hurt when it was last marked
     * @param flags the red flags that were told, the earliest first
     * @param contacts whom to ring when somebody needs help at once
     * @param asked the red flags that the practice asks for
     */
    public record Given(
            Client client,
            List<CheckIn> checkIns,
            Optional<BodyMap> map,
            List<RedFlag> flags,
            List<Contact> contacts,
            List<Condition> asked) {

        /** The one under this id, if it is among them. */
        public Optional<CheckIn> find(Id<CheckIn> id) {
            return checkIns.stream().filter(one -> one.id().equals(id)).findFirst();
        }
    }

    private final UnitOfWork work;

    public CheckInReading(UnitOfWork work) {
        this.work = work;
    }

    /**
     * What a form for a new check-in shows: to whoever only hands it over, none that was given before, and no map.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Given beforeAnother(Actor actor, Id<Client> id) {
        return Membership.seesWhatWasTold(actor)
                ? by(actor, id)
                : work.read(
                        actor,
                        Act.SEE_CLIENT,
                        Optional.of(id),
                        records -> new Given(
                                records.clients().get(id),
                                List.of(),
                                Optional.empty(),
                                List.of(),
                                records.contacts().get().contacts(),
                                records.settings().safetyList().asked(SafetyLevel.RED_FLAG)));
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public Given by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_OUTCOME,
                Optional.of(id),
                records -> new Given(
                        records.clients().get(id),
                        List.copyOf(records.checkIns().list(id).reversed()),
                        records.bodyMaps().findLatest(id),
                        records.redFlags().list(id),
                        records.contacts().get().contacts(),
                        records.settings().safetyList().asked(SafetyLevel.RED_FLAG)));
    }
}
