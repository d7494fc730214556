package org.stillpoint.practice.api;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** The owner lets the record be read by FHIR, or no more. Until they do, no token opens anything. */
public final class OpenApi {

    /** @param key made with the page */
    public record Command(Id<Deed> key, boolean open) {}

    private final UnitOfWork work;

    public OpenApi(UnitOfWork work) {
        this.work = work;
    }

    public Answer<Boolean> by(Actor actor, Command wanted) {
        return work.run(
                actor,
                Deeds.of(Act.OPEN_API, wanted.key(), wanted),
                records -> {
                    records.apiGrants().setOpen(wanted.open());
                    return new Answer.Done<>(wanted.open());
                },
                records -> new Answer.Again<>(records.apiGrants().isOpen()));
    }
}
