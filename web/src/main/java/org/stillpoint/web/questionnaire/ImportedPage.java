package org.stillpoint.web.questionnaire;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * The questionnaires that the practice imported, and a file that is looked at.
 *
 * @param look what the file asks; empty where none is looked at
 * @param wrong what is wrong with the file
 * @param rows every edition, the latest import first
 * @param form what was sent
 * @param said what has to be said first
 */
public record ImportedPage(
        Optional<FormLook> look, List<Message> wrong, List<ImportedRow> rows, Form form, Optional<Message> said) {

    /**
     * A file that can be taken.
     *
     * @param held the file itself, as the page holds it
     * @param name of the file
     * @param language by its own name
     * @param scored whether its answers make a sum
     * @param asked what it asks
     * @param ending what it says in the end
     * @param passedOver of what nothing is kept
     * @param before what is said of the editions that are there
     */
    public record FormLook(
            String held,
            String name,
            PublishedForm published,
            String language,
            boolean scored,
            List<AskedLook> asked,
            List<String> ending,
            List<String> passedOver,
            Optional<Message> before) {}

    /**
     * A question.
     *
     * @param above what stands before it
     * @param answers how it can be answered, in a line
     */
    public record AskedLook(List<String> above, String text, String answers) {}

    /** @param told which edition, of when */
    public record ImportedRow(String id, String title, String language, Message told, boolean offered) {}
}
