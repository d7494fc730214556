package org.stillpoint.record.contract;

import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.questionnaire.QuestionnairePlans;

/** What is asked of each client, in memory. */
final class QuestionnairePlansInMemory implements QuestionnairePlans {
    private final Memory memory;
    private final OfAClient<QuestionnairePlan> rows;

    QuestionnairePlansInMemory(Memory memory, ClientsInMemory clients) {
        this.memory = memory;
        rows = new OfAClient<>(
                "plan of questionnaires",
                memory,
                clients,
                plan -> id(plan.client()),
                QuestionnairePlan::client,
                QuestionnairePlan::version,
                QuestionnairePlan::seenAt);
    }

    private static Id<QuestionnairePlan> id(Id<Client> client) {
        return new Id<>(client.value());
    }

    @Override
    public QuestionnairePlan get(Id<Client> client) {
        return rows.find(client, id(client)).orElse(QuestionnairePlan.none(client));
    }

    @Override
    public QuestionnairePlan keep(QuestionnairePlan chosen) {
        return memory.write(() -> {
            rows.add(QuestionnairePlan.none(chosen.client()), (kept, added) -> true);
            return rows.replace(chosen, (kept, wanted) -> wanted);
        });
    }
}
