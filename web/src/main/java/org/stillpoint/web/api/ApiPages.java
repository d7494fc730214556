package org.stillpoint.web.api;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.Message;

/** What the pages of programs that read show. */
public final class ApiPages {
    /** How long a token or a program may read, in days; own choice, 2026. */
    static final List<LinkWords.Days> PERIODS =
            List.of(new LinkWords.Days(30), new LinkWords.Days(90), new LinkWords.Days(365));

    static final int USUAL = 90;

    private ApiPages() {}

    /**
     * Something that may read.
     *
     * @param name what it is for
     * @param told by whom and until when
     * @param detail what it calls itself and may read; empty of a token
     */
    public record GrantLine(String id, String name, List<Message> told, List<String> detail) {}

    /**
     * Somebody's own tokens.
     *
     * @param form of another, as typed
     * @param token the one that was made, shown once
     * @param address where programs ask
     */
    public record TokensPage(
            Form form,
            boolean open,
            Optional<String> token,
            String address,
            List<GrantLine> tokens,
            Optional<Message> said) {
        public List<LinkWords.Days> periods() {
            return PERIODS;
        }
    }

    /** All that reads in the practice, for the owner. */
    public record ProgramsPage(
            Form form,
            boolean open,
            String address,
            List<GrantLine> programs,
            List<GrantLine> others,
            Optional<Message> said) {
        /** Scopes as they are written. */
        public String example() {
            return "system/Patient.rs system/Observation.rs";
        }

        public List<LinkWords.Days> periods() {
            return PERIODS;
        }
    }
}
