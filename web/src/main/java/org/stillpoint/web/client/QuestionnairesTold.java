package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.asking.QuestionnairesNow;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.Message;

/** How it stands with the questionnaires of a client, in one line. */
final class QuestionnairesTold {
    private QuestionnairesTold() {}

    /** What is due; else what waits for answers; empty where neither is. */
    static Optional<Message> now(QuestionnairesNow now) {
        if (!now.due().isEmpty()) {
            return Optional.of(new AskingWords.DueNow(
                    names(now.due().stream().map(due -> due.form().name()).toList())));
        }
        return now.waiting().isEmpty() ? Optional.empty() : Optional.of(new AskingWords.WaitsFor(names(now.waiting())));
    }

    private static String names(List<String> names) {
        return String.join(", ", names);
    }
}
