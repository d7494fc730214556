package org.stillpoint.practice.emergency;

import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody has seen that a record was opened in an emergency, and is told of it no more. */
public final class AcknowledgeEmergency {

    /** @param key made with the page */
    public record Command(Id<Deed> key, Id<EmergencyAccess> access) {}

    private final UnitOfWork work;

    public AcknowledgeEmergency(UnitOfWork work) {
        this.work = work;
    }

    /** What was not to be told to them stays as it is. */
    public Id<EmergencyAccess> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.ACKNOWLEDGE_EMERGENCY, wanted.key(), wanted),
                records -> {
                    if (actor instanceof Actor.Person person) {
                        records.emergencies().acknowledge(wanted.access(), person.account());
                    }
                    return wanted.access();
                },
                records -> wanted.access());
    }
}
