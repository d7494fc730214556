package org.stillpoint.web.questionnaire;

import java.util.List;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/** The pages on which a questionnaire is answered. */
public sealed interface QuestionPages {

    /**
     * One question.
     *
     * @param action where the answer is sent
     * @param language of the wording, for whatever reads it aloud
     * @param stem what stands above every item, or empty
     * @param item what is asked
     * @param choices each a button
     * @param numbers whether they are numbers, with words at their two ends
     * @param low what the lowest number means, or empty
     * @param high what the highest number means, or empty
     * @param back where one goes back to, or empty
     * @param leftOut whether nothing is said to it, by choice
     */
    record AskedItem(
            String action,
            String language,
            int number,
            int all,
            String stem,
            String item,
            List<ItemChoice> choices,
            boolean numbers,
            String low,
            String high,
            String back,
            boolean leftOut) {}

    /** @param chosen whether it is the answer so far */
    record ItemChoice(int value, String text, boolean chosen) {}

    /**
     * What the client names themselves.
     *
     * @param fields names of the fields, one for each activity
     */
    record NamedOwn(String action, String language, int number, int all, String stem, List<String> fields, Form form) {}

    /**
     * What was answered, to be read over.
     *
     * @param action where it is handed in; empty where it is handed in
     * @param credit who made the questionnaire, or empty
     */
    record ReadAnswers(
            String action,
            String language,
            String name,
            int answered,
            List<ReadAnswer> rows,
            String back,
            String credit) {
        public int all() {
            return rows.size();
        }
    }

    /**
     * One item, read over.
     *
     * @param answer in the words of the form; empty where nothing is said
     * @param leftOut whether by choice
     * @param change where the answer is changed
     */
    record ReadAnswer(String item, String answer, boolean leftOut, String change) {}

    /** One screen: a question, what the client names, or all answers. */
    sealed interface Screen {
        record ItemScreen(AskedItem item) implements Screen {}

        record NamingScreen(NamedOwn naming) implements Screen {}

        record ReadingScreen(ReadAnswers answers) implements Screen {}
    }

    /**
     * A screen as a client sees it who holds the practice's device or came by a link.
     *
     * @param client the address of the client's page, which the password opens; empty where they came by a link
     */
    record ClientScreen(Screen screen, List<Contact> contacts, String client) implements QuestionPages {}

    /** A screen as whoever treats the client sees it. */
    record TherapistScreen(Screen screen, ClientHead head) implements QuestionPages {}

    /**
     * Nothing more is asked now, or a red flag was told.
     *
     * @param said what became of the answers
     * @param goOn where it goes on, or empty
     * @param client the address of the client's page, which the password opens; empty where they came by a link
     */
    record QuestionsEnd(Message said, boolean flagged, List<Contact> contacts, String goOn, String client)
            implements QuestionPages {}
}
