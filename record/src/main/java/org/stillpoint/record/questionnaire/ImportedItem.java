package org.stillpoint.record.questionnaire;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.BadValue;

/**
 * A question of an imported questionnaire.
 *
 * @param linkId by which its own form knows it
 * @param groups the parts of the form in which it stands, the outermost first
 * @param above what the form says between the question before and this one
 * @param text what is asked
 * @param way how it is answered
 * @param required whether its form calls for an answer; nobody is made to give one
 * @param rules when it is asked; asked always where there are none, else where all of them hold
 */
public record ImportedItem(
        String linkId,
        List<FormGroup> groups,
        List<FormText> above,
        String text,
        AnswerWay way,
        boolean required,
        List<ItemRule> rules) {
    public ImportedItem {
        groups = List.copyOf(groups);
        above = List.copyOf(above);
        rules = List.copyOf(rules);
        if (linkId.isBlank() || text.isBlank()) {
            throw new BadValue("item", "without a link id or words", "one with both");
        }
    }

    /** @param title empty where it has none */
    public record FormGroup(String linkId, String title) {}

    /**
     * A text that asks nothing.
     *
     * @param rules when it is said; always where there are none, else where all of them hold
     */
    public record FormText(String text, List<ItemRule> rules) {
        public FormText {
            rules = List.copyOf(rules);
        }
    }

    /** Its own answers, where any of them counts; empty where none does. */
    public Optional<AnswerWay.ByChoice> scored() {
        return way instanceof AnswerWay.ByChoice choice
                        && choice.options().stream()
                                .anyMatch(option -> option.value().isPresent())
                ? Optional.of(choice)
                : Optional.empty();
    }
}
