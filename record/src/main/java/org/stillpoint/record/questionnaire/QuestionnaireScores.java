package org.stillpoint.record.questionnaire;

import java.util.List;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** Where the scores of questionnaires are kept: one for each client, instrument and day. */
public interface QuestionnaireScores {

    /**
     * Adds scores of one client, all or none. One that is kept already, with the same score on the same day, is passed over.
     *
     * @return how many were added
     * @throws AlreadyThere if another score of that instrument and day is kept, or given a second time
     * @throws NoSuchRecord if there is no such client
     */
    int addAll(Id<Client> client, List<QuestionnaireScore> scores);

    /**
     * Removes a score of this client that was entered wrongly.
     *
     * @throws NoSuchRecord if this client has no such score
     */
    void remove(Id<Client> client, Id<QuestionnaireScore> id);

    /** The client's scores, the earliest first, and by instrument within a day. */
    List<QuestionnaireScore> list(Id<Client> client);
}
