package org.stillpoint.practice.pain;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Where it hurts today: one map a day, which can be corrected that day. */
public final class MarkPain {

    /**
     * @param key made with the page, so that sending it twice marks once
     * @param client whose pain
     * @param map the map of that day, made with the page where there was none
     * @param seen the version of the day's map that was seen; empty where there was none
     * @param latest the map that the page started from; empty where there was none
     * @param pain by region; a region that is not named is painless
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<BodyMap> map,
            Optional<Version> seen,
            Optional<Id<BodyMap>> latest,
            SortedMap<RegionCode, Score0To10> pain) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice, whose day it is */
    public MarkPain(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers with the map as kept; with the newest one where another has come since the page was made. */
    public Answer<BodyMap> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MARK_PAIN, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(keep(records, wanted)),
                        records -> new Answer.Again<>(records.bodyMaps().get(wanted.client(), wanted.map()))),
                () -> work.read(
                        actor,
                        Act.SEE_PAIN,
                        Optional.of(wanted.client()),
                        records -> records.bodyMaps()
                                .findLatest(wanted.client())
                                .orElseGet(() -> records.bodyMaps().get(wanted.client(), wanted.map()))));
    }

    private BodyMap keep(Records records, Command wanted) {
        if (wanted.seen().isPresent()) {
            BodyMap kept = records.bodyMaps().get(wanted.client(), wanted.map());
            return records.bodyMaps()
                    .update(kept.with(wanted.pain()).seenAt(wanted.seen().get()));
        }
        Optional<BodyMap> latest = records.bodyMaps().findLatest(wanted.client());
        if (!latest.map(BodyMap::id).equals(wanted.latest())) {
            Id<BodyMap> newer = latest.map(BodyMap::id).orElse(wanted.map());
            throw new StaleRecord(
                    newer, Version.FIRST, latest.map(BodyMap::version).orElse(Version.FIRST));
        }
        BodyMap drawn = new BodyMap(wanted.map(), wanted.client(), clock.instant(), wanted.pain(), Version.FIRST);
        records.bodyMaps().add(drawn);
        return drawn;
    }

    /** Whether a map is of this day and is corrected rather than followed by another. */
    public static boolean isOfToday(BodyMap map, Clock clock) {
        return map.at().atZone(clock.getZone()).toLocalDate().equals(LocalDate.now(clock));
    }
}
