package org.stillpoint.practice.asking;

import java.time.Clock;
import java.util.List;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Records;

/**
 * How it stands with the questionnaires of one client.
 *
 * @param due what is due today, in the order in which it is offered
 * @param waiting names of those that were asked for and wait for answers, the earliest first
 */
public record QuestionnairesNow(List<DueQuestionnaire> due, List<String> waiting) {

    /** Within what is read anyway. */
    public static QuestionnairesNow of(Records records, Id<Client> client, Clock clock) {
        return new QuestionnairesNow(
                DueQuestionnaires.now(records, client, clock),
                records.filledQuestionnaires().listOpen(client).stream()
                        .map(filled -> AskedForm.of(records, filled).name())
                        .toList());
    }
}
