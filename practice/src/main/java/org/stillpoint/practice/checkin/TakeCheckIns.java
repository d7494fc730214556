package org.stillpoint.practice.checkin;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.outcome.WorseTurn;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A diary that was kept elsewhere is taken as check-ins, all of it or nothing. */
public final class TakeCheckIns {

    /** How it was at one instant. */
    public record GivenElsewhere(Instant at, Answers answers) {}

    /**
     * @param key made with the page, so that sending it twice takes it once
     * @param client whose
     */
    public record Command(Id<Deed> key, Id<Client> client, List<GivenElsewhere> entries) {
        public Command {
            entries = List.copyOf(entries);
        }
    }

    /**
     * What was taken.
     *
     * @param added how many are new; the others were kept already, with the same answers
     * @param all how many the client has now
     */
    public record TakenDiary(int added, int all) {}

    private final UnitOfWork work;
    private final Clock clock;

    public TakeCheckIns(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.Other} where other answers are kept for one of the instants: nothing is taken then.
     *
     * @throws BadValue if one of them lies ahead
     */
    public Answer<TakenDiary> by(Actor actor, Command wanted) {
        Instant now = clock.instant();
        if (wanted.entries().stream().anyMatch(entry -> entry.at().isAfter(now))) {
            throw new BadValue("a check-in", "that lies ahead", "up to now");
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TAKE_CHECK_INS, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(take(records, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(
                        actor, Act.SEE_OUTCOME, Optional.of(wanted.client()), records -> kept(records, wanted)));
    }

    /** Places of the entries, from 0, for whose instants other answers are kept: with any of them nothing would be taken. */
    public List<Integer> findClashes(Actor actor, Id<Client> client, List<GivenElsewhere> entries) {
        return work.read(actor, Act.SEE_OUTCOME, Optional.of(client), records -> {
            Map<Instant, List<CheckIn>> kept = byInstant(records, client);
            return IntStream.range(0, entries.size())
                    .filter(i -> clashes(at(kept, entries.get(i)), entries.get(i)))
                    .boxed()
                    .toList();
        });
    }

    private static Map<Instant, List<CheckIn>> byInstant(Records records, Id<Client> client) {
        return records.checkIns().list(client).stream().collect(Collectors.groupingBy(CheckIn::at));
    }

    private static List<CheckIn> at(Map<Instant, List<CheckIn>> kept, GivenElsewhere entry) {
        return kept.getOrDefault(entry.at(), List.of());
    }

    private static boolean clashes(List<CheckIn> same, GivenElsewhere entry) {
        return !same.isEmpty() && same.stream().noneMatch(one -> one.answers().equals(entry.answers()));
    }

    private static TakenDiary take(Records records, Command wanted) {
        Map<Instant, List<CheckIn>> kept = byInstant(records, wanted.client());
        List<CheckIn> added = new ArrayList<>();
        for (GivenElsewhere entry : wanted.entries()) {
            List<CheckIn> same = at(kept, entry);
            if (clashes(same, entry)) {
                throw new AlreadyThere("check-in", same.getFirst().id());
            }
            if (same.isEmpty()) {
                added.add(CheckIn.given(wanted.client(), entry.answers(), entry.at()));
            }
        }
        records.checkIns().addAll(wanted.client(), added);
        WorseTurn.note(records, wanted.client());
        return new TakenDiary(added.size(), records.checkIns().count(wanted.client()));
    }

    private static TakenDiary kept(Records records, Command wanted) {
        return new TakenDiary(0, records.checkIns().count(wanted.client()));
    }
}
