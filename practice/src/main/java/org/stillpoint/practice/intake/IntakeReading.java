package org.stillpoint.practice.intake;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The intake of one client that goes on, or the one completed last. */
public final class IntakeReading {

    /**
     * @param intake the one that goes on, or else the latest; empty where none was begun
     * @param reason why they come, as it is known before a session
     * @param pain where it hurt when it was marked last
     * @param asked the red flags that the practice asks for
     * @param contacts whom to ring when somebody needs help at once
     */
    public record IntakeView(
            Client client,
            Optional<Intake> intake,
            PrivateText reason,
            Optional<BodyMap> pain,
            List<Condition> asked,
            List<Contact> contacts) {}

    private final UnitOfWork work;

    public IntakeReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public IntakeView by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_INTAKE, Optional.of(id), records -> {
            List<Intake> all = records.intakes().list(id);
            return new IntakeView(
                    records.clients().get(id),
                    all.stream()
                            .filter(Intake::isOpen)
                            .findFirst()
                            .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.getLast())),
                    records.aboutClients().background(id).told().reason(),
                    records.bodyMaps().findLatest(id),
                    records.settings().safetyList().asked(SafetyLevel.RED_FLAG),
                    records.contacts().get().contacts());
        });
    }
}
