package org.stillpoint.web.questionnaire;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.asking.OfferedQuestionnaire;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What is asked of one client, and when.
 *
 * @param waiting what waits for answers, the earliest first
 * @param offered all that can be filled in, in the order in which they are offered
 * @param handedIn the latest first
 * @param version of the choice that is shown
 * @param end from which day on the sessions are over, as typed
 * @param said what has to be said first
 */
public record MeasuresPage(
        ClientHead head,
        List<WaitingRow> waiting,
        List<OfferedRow> offered,
        List<HandedInRow> handedIn,
        String version,
        String end,
        Form form,
        Optional<Message> said) {
    public static final List<AskMoment> MOMENTS = List.of(AskMoment.values());

    /**
     * @param name its own name
     * @param told how far it has come
     * @param goOn where it is filled in here
     * @param canGo whether it can be taken back: nothing is answered
     */
    public record WaitingRow(String id, String name, List<Message> told, String goOn, boolean canGo) {}

    /**
     * @param due when it was answered last, where it is due; else empty
     * @param moments when it is asked
     */
    public record OfferedRow(
            OfferedQuestionnaire one,
            boolean isDue,
            boolean isWaiting,
            Optional<Message> last,
            List<AskMoment> moments) {
        public boolean isAsked(AskMoment moment) {
            return moments.contains(moment);
        }

        /** The field of a choice. */
        public String field() {
            return "when-" + one.instrument();
        }
    }

    /** @param told its score, or that too little is answered for one */
    public record HandedInRow(String name, Message told, List<QuestionPages.ReadAnswer> answers) {}

    /** Whether any can be asked now. */
    public boolean hasMore() {
        return offered.stream().anyMatch(row -> row.one().isOffered() && !row.isWaiting());
    }
}
