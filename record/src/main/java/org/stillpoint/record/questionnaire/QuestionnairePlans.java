package org.stillpoint.record.questionnaire;

import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** Where it is kept what is asked of each client, and when. */
public interface QuestionnairePlans {

    /** Nothing is asked of whom nobody chose anything for. */
    QuestionnairePlan get(Id<Client> client);

    /**
     * Keeps the client's.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such client
     */
    QuestionnairePlan keep(QuestionnairePlan chosen);
}
