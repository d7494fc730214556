package org.stillpoint.web.mail;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.stillpoint.record.setting.MailTls;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Frame;
import org.stillpoint.words.Message;

/** The pages about mail to clients. */
public sealed interface MailPages {

    /**
     * How the practice sends mail.
     *
     * @param version that was seen
     * @param said what has to be said first
     * @param hasPassword whether a password is kept
     * @param isSet whether a server is
     * @param tested what came of a test
     */
    record MailSettingPage(
            Form form,
            int version,
            Optional<Message> said,
            boolean hasPassword,
            boolean isSet,
            Optional<Message> tested)
            implements MailPages {

        public static List<MailTls> ways() {
            return List.of(MailTls.values());
        }
    }

    /**
     * When a client wants mail.
     *
     * @param version that was seen
     * @param stands whether they may be written to, or why not
     */
    record WishesPage(ClientHead head, Form form, int version, Optional<Message> said, Message stands)
            implements MailPages {
        private static final int HOURS = 24;

        public static List<Integer> hours() {
            return IntStream.range(0, HOURS).boxed().toList();
        }

        public static String name(DayOfWeek day, Frame frame) {
            return day.getDisplayName(TextStyle.FULL_STANDALONE, frame.speaker().locale());
        }
    }

    /**
     * Whoever has a mail wants no more of them.
     *
     * @param said what is asked, or was done
     * @param action where it is done; empty where nothing is left to do
     */
    record OffPage(Message said, String action) implements MailPages {}
}
