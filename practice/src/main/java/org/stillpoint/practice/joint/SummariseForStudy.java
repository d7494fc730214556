package org.stillpoint.practice.joint;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.practice.joint.CountedClients.ClientFound;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Course;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentStanding.ChoiceMade;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What a practice would tell to a joint study, for whoever decides whether it leaves: nothing leaves by this. */
public final class SummariseForStudy {

    /** What can be told. */
    public sealed interface JointView {

        /** @param from the first day on which one may look: before it, entries may still come */
        record TooEarly(LocalDate from) implements JointView {}

        /**
         * All of it.
         *
         * @param leftOut how many clients are not counted, by why; exact, for the practice itself
         * @param madeUp whether these are made-up clients, because there are no others
         * @param earlier how many summaries this practice let go to this study before
         */
        record Summarised(JointSummary summary, Map<JointLeftOut, Integer> leftOut, boolean madeUp, int earlier)
                implements JointView {}
    }

    private final UnitOfWork work;
    private final Audit audit;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public SummariseForStudy(UnitOfWork work, Audit audit, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** Of each client whose record is read it stands in the account; of whoever has not agreed, nothing is read but that. */
    public JointView by(Actor actor, JointProtocol protocol) {
        LocalDate from = protocol.lastDay().plusDays(1);
        if (LocalDate.now(clock).isBefore(from)) {
            return new JointView.TooEarly(from);
        }
        Map<Client, Boolean> agreed = work.read(actor, Act.SUMMARISE_FOR_STUDY, Optional.empty(), this::agreed);
        boolean madeUp = agreed.keySet().stream().allMatch(Client::madeUp);
        CountedClients counted = new CountedClients();
        agreed.forEach((client, yes) -> {
            if (madeUp || !client.madeUp()) {
                counted.add(yes ? found(actor, client, protocol) : none(JointLeftOut.NO_CONSENT));
            }
        });
        return new JointView.Summarised(
                counted.summary(protocol), counted.leftOut(), madeUp, ContributeToStudy.earlier(audit, protocol));
    }

    private Map<Client, Boolean> agreed(Records records) {
        Map<Client, Boolean> agreed = new LinkedHashMap<>();
        for (Client client : records.clients().list()) {
            agreed.put(
                    client,
                    records.keeping()
                            .tryReading(
                                    client.id(),
                                    () -> ConsentCheck.standing(records, client.id(), clock)
                                            .answer(ConsentBlock.RESEARCH_USE))
                            .equals(Optional.of(ChoiceMade.YES)));
        }
        return agreed;
    }

    private ClientFound found(Actor actor, Client client, JointProtocol protocol) {
        return work.read(
                        actor,
                        Act.SUMMARISE_FOR_STUDY,
                        Optional.of(client.id()),
                        records -> records.keeping().tryReading(client.id(), () -> read(records, client, protocol)))
                .map(read -> read.found(protocol))
                .orElseGet(() -> none(JointLeftOut.UNREADABLE));
    }

    private static ClientFound none(JointLeftOut why) {
        return new ClientFound.NotCounted(why);
    }

    private StudiedClient read(Records records, Client client, JointProtocol protocol) {
        Id<Client> id = client.id();
        var held = records.sessions().heads(id);
        Course course =
                switch (protocol.measured()) {
                    case Asked asked -> Course.of(asked, records.checkIns().list(id), held);
                    case Questionnaire questionnaire ->
                        Course.of(questionnaire, records.questionnaireScores().list(id), held, clock.getZone());
                };
        List<Lot.DrawnPlan> plans = protocol.design() instanceof JointDesign.ByLot
                ? Lot.drawn(records.ledger().list(id))
                : List.of();
        return new StudiedClient(course, client.yearOfBirth(), plans, clock.getZone());
    }
}
