package org.stillpoint.web.questionnaire;

import java.util.List;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.questionnaire.AnswerWay;
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
     * @param above what the form says before it
     * @param item what is asked
     * @param required whether the form calls for an answer
     * @param form what is typed, with what is wrong with it
     * @param back where one goes back to, or empty
     * @param leftOut whether nothing is said to it, by choice
     */
    record AskedItem(
            String action,
            String language,
            int number,
            int all,
            List<String> above,
            String item,
            boolean required,
            ItemInput input,
            Form form,
            String back,
            boolean leftOut) {

        /** Whether a button takes what is on the page; else each answer is one. */
        public boolean hasNext() {
            return input instanceof ItemInput.Typed || input instanceof ItemInput.TickBoxes;
        }

        /** Whether it is saved while it is typed. */
        public boolean savedAsTyped() {
            return input instanceof ItemInput.Typed typed && typed.isWords();
        }
    }

    /** How a question is answered. */
    sealed interface ItemInput {
        /**
         * Each a button.
         *
         * @param orOwnWords whether there is a field for own words too
         */
        record Buttons(List<ItemChoice> choices, boolean orOwnWords) implements ItemInput {}

        /**
         * Each to be ticked; the form holds which are.
         *
         * @param orOwnWords whether there is a field for own words too
         */
        record TickBoxes(List<ItemChoice> choices, boolean orOwnWords) implements ItemInput {}

        /**
         * Numbers, each a button.
         *
         * @param low what the lowest number means
         * @param high what the highest number means
         */
        record NumberButtons(List<ItemChoice> numbers, String low, String high) implements ItemInput {}

        /** A field. */
        record Typed(AnswerWay way) implements ItemInput {
            public boolean isOfLines() {
                return way instanceof AnswerWay.ByWords words && words.many();
            }

            public boolean isWords() {
                return way instanceof AnswerWay.ByWords;
            }

            public boolean isDay() {
                return way instanceof AnswerWay.ByDay;
            }

            /** Which keys a phone shows, as HTML names them. */
            public String keys() {
                return way instanceof AnswerWay.ByNumber number ? number.whole() ? "numeric" : "decimal" : "text";
            }

            /** Characters that the field takes. */
            public int most() {
                return way instanceof AnswerWay.ByWords words ? words.most() : MOST_OF_A_NUMBER;
            }

            /** Of a number or a day: as many as anybody types. */
            private static final int MOST_OF_A_NUMBER = 24;
        }
    }

    /**
     * @param code what the button sends
     * @param ours whether its words are this program's, not the form's
     * @param chosen whether it is the answer so far
     */
    record ItemChoice(String code, String text, boolean ours, boolean chosen) {}

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
     * @param requiredMissing how many answers are missing that the form calls for
     * @param ending what the form says at its end
     * @param credit who made the questionnaire, or empty
     */
    record ReadAnswers(
            String action,
            String language,
            String name,
            int answered,
            List<ReadAnswer> rows,
            String back,
            long requiredMissing,
            List<String> ending,
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
