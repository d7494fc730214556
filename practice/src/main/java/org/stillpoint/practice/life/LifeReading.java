package org.stillpoint.practice.life;

import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** One client's life as the model plays it, with what is known of how this person lets go, adapts and hurts. */
public final class LifeReading {

    /**
     * @param client whose
     * @param story from what was told, marked and answered
     * @param known of this person
     */
    public record Life(Client client, LifeStory story, OwnParameters.KnownPerson known) {}

    private final UnitOfWork work;
    private final LifePlayer player;
    private final OwnParameters persons;

    public LifeReading(UnitOfWork work, LifePlayer player, OwnParameters persons) {
        this.work = work;
        this.player = player;
        this.persons = persons;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public Life by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_LIFE, Optional.of(id), records -> {
            Client client = records.clients().get(id);
            return new Life(client, story(records, client), persons.of(records, client));
        });
    }

    /**
     * The course of this life.
     *
     * @param person whose middle values, so that every course of one page is of the same person
     * @param without ids of releases that are left out
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public LifeCourse course(Actor actor, Id<Client> id, LifePlayer.PersonFactors person, Set<String> without) {
        LifeStory story = work.read(
                actor,
                Act.SEE_LIFE,
                Optional.of(id),
                records -> story(records, records.clients().get(id)));
        return player.course(story, person, without);
    }

    private LifeStory story(Records records, Client client) {
        return player.told(
                client,
                records.history().list(client.id()),
                records.sessions().list(client.id()),
                records.checkIns().list(client.id()));
    }
}
