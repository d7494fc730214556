package org.stillpoint.practice.questionnaire;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.asking.AskedForm;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Whoever treats a client chooses what is asked of them, and when. */
public final class PlanQuestionnaires {

    /**
     * @param key made with the page, so that sending it twice keeps it once
     * @param client of whom
     * @param seen the version that the page was made from
     * @param asked when, by short name
     * @param end from which day on the sessions are over; empty while they are not
     */
    public record Command(
            Id<Deed> key, Id<Client> client, Version seen, Map<String, Set<AskMoment>> asked, Optional<LocalDate> end) {
        public Command {
            asked = Map.copyOf(asked);
        }
    }

    private final UnitOfWork work;

    public PlanQuestionnaires(UnitOfWork work) {
        this.work = work;
    }

    /** @throws BadValue if one cannot be filled in */
    public Answer<QuestionnairePlan> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.PLAN_QUESTIONNAIRES, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(keep(records, wanted)),
                        records ->
                                new Answer.Again<>(records.questionnairePlans().get(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_ASKED_QUESTIONNAIRES,
                        Optional.of(wanted.client()),
                        records -> records.questionnairePlans().get(wanted.client())));
    }

    /** What was planned and is offered no more stays planned: it may be offered again. */
    private static QuestionnairePlan keep(Records records, Command wanted) {
        QuestionnairePlan kept = records.questionnairePlans().get(wanted.client());
        Set<String> known = AskedForm.offered(records).stream()
                .map(AskedForm::instrument)
                .collect(Collectors.toCollection(HashSet::new));
        if (!known.containsAll(wanted.asked().keySet())) {
            throw new BadValue("questionnaire", "that cannot be filled in", "one that can");
        }
        Map<String, Set<AskMoment>> asked = new HashMap<>(kept.asked());
        asked.keySet().removeAll(known);
        asked.putAll(wanted.asked());
        return records.questionnairePlans().keep(kept.with(asked, wanted.end()).seenAt(wanted.seen()));
    }
}
