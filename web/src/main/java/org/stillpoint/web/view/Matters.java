package org.stillpoint.web.view;

import java.util.List;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** How open matters are quoted: the day, and the client's own words. */
public final class Matters {

    /** Own choice, 2026: what one reads on a page of other things; the page of open matters quotes all. */
    private static final int MOST_QUOTED = 3;

    private Matters() {}

    /** The latest of them, the earliest first. */
    public static List<Message> latest(List<CheckIn> open, Speaker speaker) {
        return open.subList(Math.max(0, open.size() - MOST_QUOTED), open.size()).stream()
                .map(matter -> said(matter, speaker))
                .toList();
    }

    public static Message said(CheckIn checkIn, Speaker speaker) {
        return new MatterWords.Said(
                speaker.shortDay(checkIn.at()),
                checkIn.answers().anythingWorse().value());
    }
}
