package org.stillpoint.practice.pain;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Body maps that were drawn elsewhere are taken, all of them or none. */
public final class TakeBodyMaps {

    /**
     * Where it hurt at one instant.
     *
     * @param pain by region; a region that is not named is painless
     */
    public record Drawn(Instant at, Map<RegionCode, Score0To10> pain) {
        public Drawn {
            pain = Map.copyOf(pain);
        }
    }

    /**
     * @param key made with the page, so that sending it twice takes them once
     * @param client whose
     */
    public record Command(Id<Deed> key, Id<Client> client, List<Drawn> maps) {
        public Command {
            maps = List.copyOf(maps);
        }
    }

    /**
     * What was taken.
     *
     * @param added how many are new; the others were kept already, with the same pain
     * @param all how many the client has now
     */
    public record TakenMaps(int added, int all) {}

    private final UnitOfWork work;
    private final Clock clock;

    public TakeBodyMaps(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Other} where another map is kept for one of the instants: nothing is taken then.
     *
     * @throws BadValue if one of them lies ahead
     */
    public Answer<TakenMaps> by(Actor actor, Command wanted) {
        Instant now = clock.instant();
        if (wanted.maps().stream().anyMatch(map -> map.at().isAfter(now))) {
            throw new BadValue("a body map", "that lies ahead", "up to now");
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TAKE_BODY_MAPS, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(take(records, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted, 0))),
                () -> work.read(
                        actor, Act.SEE_PAIN, Optional.of(wanted.client()), records -> kept(records, wanted, 0)));
    }

    /** Places of the maps, from 0, for whose instants another map is kept: with any of them nothing would be taken. */
    public List<Integer> findClashes(Actor actor, Id<Client> client, List<Drawn> maps) {
        return work.read(actor, Act.SEE_PAIN, Optional.of(client), records -> {
            Map<Instant, List<BodyMap>> kept = byInstant(records, client);
            return IntStream.range(0, maps.size())
                    .filter(i -> clashes(at(kept, maps.get(i)), maps.get(i)))
                    .boxed()
                    .toList();
        });
    }

    private static Map<Instant, List<BodyMap>> byInstant(Records records, Id<Client> client) {
        return records.bodyMaps().list(client).stream().collect(Collectors.groupingBy(BodyMap::at));
    }

    private static List<BodyMap> at(Map<Instant, List<BodyMap>> kept, Drawn drawn) {
        return kept.getOrDefault(drawn.at(), List.of());
    }

    private static boolean clashes(List<BodyMap> same, Drawn drawn) {
        return !same.isEmpty() && same.stream().noneMatch(map -> map.pain().equals(drawn.pain()));
    }

    private static TakenMaps take(Records records, Command wanted) {
        Map<Instant, List<BodyMap>> kept = byInstant(records, wanted.client());
        int added = 0;
        for (Drawn drawn : wanted.maps()) {
            List<BodyMap> same = at(kept, drawn);
            if (clashes(same, drawn)) {
                throw new AlreadyThere("body map", same.getFirst().id());
            }
            if (same.isEmpty()) {
                records.bodyMaps().add(BodyMap.drawn(wanted.client(), new TreeMap<>(drawn.pain()), drawn.at()));
                added++;
            }
        }
        return kept(records, wanted, added);
    }

    private static TakenMaps kept(Records records, Command wanted, int added) {
        return new TakenMaps(added, records.bodyMaps().list(wanted.client()).size());
    }
}
