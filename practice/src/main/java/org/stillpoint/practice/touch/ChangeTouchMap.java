package org.stillpoint.practice.touch;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client says where touch is welcome: a new map, and those of before stay. An intake that goes on hears of it. */
public final class ChangeTouchMap {

    /**
     * @param id made with the page, so that sending it twice does it once
     * @param seen the version that was seen; empty where there was none
     * @param wishes by region
     * @param by whose hand; of whoever came by a link it is theirs
     */
    public record Command(
            Id<TouchMap> id,
            Id<Client> client,
            Optional<Version> seen,
            Map<RegionCode, TouchWish> wishes,
            IntakeHand by) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeTouchMap(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers with the map that holds; {@link Answer.Changed} where another has come since it was seen. */
    public Answer<Optional<TouchMap>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_TOUCH_MAP, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(Optional.of(change(records, actor, wanted))),
                        records -> new Answer.Again<>(records.touchMaps().findLatest(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_TOUCH_MAP,
                        Optional.of(wanted.client()),
                        records -> records.touchMaps().findLatest(wanted.client())));
    }

    private TouchMap change(Records records, Actor actor, Command wanted) {
        Optional<Version> kept = records.touchMaps().findLatest(wanted.client()).map(TouchMap::version);
        if (!kept.equals(wanted.seen())) {
            throw new StaleRecord(wanted.client(), wanted.seen().orElse(Version.FIRST), kept.orElse(Version.FIRST));
        }
        TouchMap map = new TouchMap(
                wanted.id(),
                wanted.client(),
                clock.instant(),
                wanted.wishes(),
                actor instanceof Actor.Linked ? IntakeHand.CLIENT_BY_LINK : wanted.by(),
                kept.map(Version::next).orElse(Version.FIRST));
        records.touchMaps().add(map);
        records.intakes().hear(wanted.client(), IntakeStep.TOUCH, map.by(), map.at());
        return map;
    }
}
