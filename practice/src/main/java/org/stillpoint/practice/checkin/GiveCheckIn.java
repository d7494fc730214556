package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.checkin.PainSaid.ShownMap;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.practice.outcome.WorseTurn;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** The client says how it is now. */
public final class GiveCheckIn {

    /**
     * @param id made before it is answered, so that sending it twice keeps one
     * @param client who
     * @param answers how it is, or was
     * @param day a day that has been, whose answers were written down elsewhere; empty for now
     * @param pain where it hurts now; empty where that was not asked or not said
     * @param redFlags which red flags were answered with yes; none is the good case
     */
    public record Command(
            Id<CheckIn> id,
            Id<Client> client,
            Answers answers,
            Optional<LocalDate> day,
            Optional<PainSaid> pain,
            Set<ConditionId> redFlags) {
        public Command {
            redFlags = Set.copyOf(redFlags);
        }

        /** Where no red flag was told. */
        public Command(
                Id<CheckIn> id, Id<Client> client, Answers answers, Optional<LocalDate> day, Optional<PainSaid> pain) {
            this(id, client, answers, day, pain, Set.of());
        }

        /** Where nobody said where it hurts. */
        public Command(Id<CheckIn> id, Id<Client> client, Answers answers, Optional<LocalDate> day) {
            this(id, client, answers, day, Optional.empty());
        }

        /** How it is now. */
        public Command(Id<CheckIn> id, Id<Client> client, Answers answers) {
            this(id, client, answers, Optional.empty());
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public GiveCheckIn(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * The map and the answers are kept together, or neither. The link of whoever came by one is used up by it. Answers
     * {@link Answer.No} where the pain was marked by somebody since the map was shown.
     *
     * @throws BadValue if the day lies ahead, or where it hurts is told of a day that has been
     */
    public Answer<CheckIn> by(Actor actor, Command wanted) {
        return by(actor, wanted, DeviceClock.NONE);
    }

    /**
     * The same, answered on a device elsewhere, or before now. What its clock says is no part of the deed: sent again, it says another time.
     *
     * @throws BadValue as above; its day is the device's
     */
    public Answer<CheckIn> by(Actor actor, Command wanted, DeviceClock device) {
        LocalDate today = device.day(clock);
        requireNotAhead(wanted.day(), today);
        requireNow(wanted, today);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHECK_IN, wanted.id(), wanted.client(), wanted),
                        records -> {
                            CheckIn given = new CheckIn(
                                            wanted.id(),
                                            wanted.client(),
                                            at(wanted, device),
                                            wanted.answers(),
                                            Version.FIRST)
                                    .onClock(device.offset());
                            records.checkIns()
                                    .add(given.where(
                                            wanted.pain().map(pain -> draw(records, wanted.client(), pain, device))));
                            ToldFlags.tellTicked(
                                    records,
                                    wanted.id(),
                                    wanted.client(),
                                    clock.instant(),
                                    FlagOrigin.CHECK_IN,
                                    wanted.redFlags());
                            UseLink.within(records, actor, wanted.id(), clock, LinkPurpose.CHECK_IN);
                            WorseTurn.note(records, wanted.client());
                            return new Answer.Done<>(records.checkIns().get(wanted.client(), wanted.id()));
                        },
                        records -> new Answer.Again<>(records.checkIns().get(wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_OUTCOME,
                        Optional.of(wanted.client()),
                        records -> records.checkIns().get(wanted.client(), wanted.id())));
    }

    /** The map that is so now: drawn, where it is another than before. */
    private Id<BodyMap> draw(Records records, Id<Client> client, PainSaid said, DeviceClock device) {
        Clock then = Clock.fixed(device.answered(clock), device.zone(clock));
        return switch (said) {
            case PainSaid.StillSo(ShownMap shown) ->
                latest(records, client, shown).id();
            case PainSaid.MarkedNow(ShownMap shown, var pain) -> {
                BodyMap latest = latest(records, client, shown);
                yield MarkPain.isOfToday(latest, then)
                        ? records.bodyMaps().update(latest.with(pain)).id()
                        : drawn(records, client, pain, then);
            }
            case PainSaid.MarkedAnew(var pain) -> drawn(records, client, pain, then);
        };
    }

    /** The newest map, if it is the one that was shown. */
    private static BodyMap latest(Records records, Id<Client> client, ShownMap shown) {
        return records.bodyMaps()
                .findLatest(client)
                .filter(map -> ShownMap.of(map).equals(shown))
                .orElseThrow(() -> new Refused(Rule.PAIN_WAS_MARKED_SINCE, client));
    }

    private static Id<BodyMap> drawn(
            Records records, Id<Client> client, SortedMap<RegionCode, Score0To10> pain, Clock then) {
        BodyMap drawn = BodyMap.drawn(client, pain, then.instant());
        records.bodyMaps().add(drawn);
        return drawn.id();
    }

    private static void requireNow(Command wanted, LocalDate today) {
        if (wanted.pain().isPresent() && wanted.day().filter(today::isAfter).isPresent()) {
            throw new BadValue("day", String.valueOf(wanted.day().get()), "today, where pain is marked with it");
        }
    }

    /** When it was answered, or noon of a day that had been by then. */
    private Instant at(Command wanted, DeviceClock device) {
        return wanted.day()
                .filter(device.day(clock)::isAfter)
                .map(day -> noon(day, device.zone(clock)))
                .orElseGet(() -> device.answered(clock));
    }

    /** A day on which nobody said when. */
    static Instant noon(LocalDate day, ZoneId zone) {
        return day.atTime(LocalTime.NOON).atZone(zone).toInstant();
    }

    static void requireNotAhead(Optional<LocalDate> day, LocalDate today) {
        if (day.filter(today::isBefore).isPresent()) {
            throw new BadValue("day", String.valueOf(day.get()), "up to " + today);
        }
    }
}
