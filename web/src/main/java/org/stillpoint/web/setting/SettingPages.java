package org.stillpoint.web.setting;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;

/** The pages on which the practice writes about itself and for its clients. */
public sealed interface SettingPages {

    /**
     * What it is called, and how it counts its days.
     *
     * @param version that was seen
     * @param zones that can be chosen
     * @param countries that can be chosen, by their names
     * @param said what has to be said first
     */
    record ProfilePage(Form form, int version, List<String> zones, List<NamedCountry> countries, Optional<Message> said)
            implements SettingPages {}

    /** @param name in the language of whoever reads */
    record NamedCountry(String code, String name) {}

    /**
     * A text that it writes.
     *
     * @param version that was seen
     * @param said what has to be said first
     */
    record WrittenPage(Form form, int version, Optional<Message> said) implements SettingPages {}

    /**
     * The blocks of the consent.
     *
     * @param version that was seen
     * @param said what has to be said first
     */
    record BlocksPage(Form form, int version, Optional<Message> said) implements SettingPages {
        public static List<ConsentBlock> blocks() {
            return List.of(ConsentBlock.values());
        }

        public static Message title(ConsentBlock block) {
            return new Named(block);
        }
    }

    /**
     * The consent, as clients read it.
     *
     * @param practice what the practice is called, or empty
     * @param mayWrite whether the reader may write it
     */
    record ConsentTextPage(String practice, ConsentDocument document, boolean mayWrite) implements SettingPages {}
}
