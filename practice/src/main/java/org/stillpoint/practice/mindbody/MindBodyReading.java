package org.stillpoint.practice.mindbody;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The client's maps beside the hands' maps, one pair for each time that hands felt. */
public final class MindBodyReading {

    /**
     * @param pairs the earliest first
     * @param regions how many regions a map has
     */
    public record MindBodyView(Client client, List<MapsCompared> pairs, int regions) {

        /** The pair of last time. */
        public Optional<MapsCompared> latest() {
            return pairs.isEmpty() ? Optional.empty() : Optional.of(pairs.getLast());
        }
    }

    private record KeptMaps(Client client, List<BodyMap> maps, List<Examination> examinations) {}

    private final UnitOfWork work;
    private final Atlas atlas;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public MindBodyReading(UnitOfWork work, Atlas atlas, Clock clock) {
        this.work = work;
        this.atlas = atlas;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public MindBodyView by(Actor actor, Id<Client> id) {
        KeptMaps kept = work.read(
                actor,
                Act.SEE_OUTCOME,
                Optional.of(id),
                records -> new KeptMaps(
                        records.clients().get(id),
                        records.bodyMaps().list(id),
                        records.examinations().list(id)));
        List<RegionCode> regions = atlas.regions().list().stream()
                .map(PainRegion::code)
                .map(RegionCode::new)
                .toList();
        List<MapsCompared> pairs = new ArrayList<>();
        for (Examination examination : kept.examinations()) {
            if (!examination.findings().isEmpty()) {
                mapOf(examination, kept.maps())
                        .ifPresent(map -> pairs.add(MapsCompared.of(map, examination, regions, clock.getZone())));
            }
        }
        return new MindBodyView(kept.client(), List.copyOf(pairs), regions.size());
    }

    /** The map of the state in which the hands felt: the last one up to that day, as the trace pairs them. */
    private Optional<BodyMap> mapOf(Examination examination, List<BodyMap> maps) {
        return maps.stream()
                .filter(map -> !day(map.at()).isAfter(day(examination.at())))
                .reduce((before, next) -> next);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
