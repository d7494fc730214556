package org.stillpoint.exchange;

import java.time.ZoneOffset;
import java.util.Locale;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** What the command line and fields of JSON say of a table; pages speak for themselves. */
public final class English {

    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);

    private English() {}

    public static String say(Message message) {
        return SPEAKER.say(message);
    }
}
