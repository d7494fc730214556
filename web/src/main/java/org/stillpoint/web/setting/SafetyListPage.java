package org.stillpoint.web.setting;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What the practice asks before a session.
 *
 * @param version that was seen
 * @param said what has to be said first
 */
public record SafetyListPage(Form form, int version, List<ListLevel> levels, Optional<Message> said) {

    /** One level with everything on it, what is not asked too. */
    public record ListLevel(SafetyLevel level, List<ListRow> rows) {
        public boolean always() {
            return level == SafetyLevel.RED_FLAG;
        }
    }

    /**
     * One condition.
     *
     * @param words without how long ago it may be
     * @param sources where it and its window were read
     */
    public record ListRow(String id, String words, List<Message> sources) {
        public String window() {
            return "window-" + id;
        }

        public String unit() {
            return "unit-" + id;
        }
    }
}
