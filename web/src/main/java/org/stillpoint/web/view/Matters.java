package org.stillpoint.web.view;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.practice.today.SeeToday.ClientToday;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** How open matters are quoted: the day with the client's own words, and with what the diary shows. */
public final class Matters {

    /** Own choice, 2026: what one reads on a page of other things; the page of open matters quotes all. */
    private static final int MOST_QUOTED = 3;

    private Matters() {}

    /** Every red flag, and the latest of what is worse, the earliest first. */
    public static List<Message> latest(ClientToday client, Speaker speaker) {
        return latest(client.flags(), client.open(), speaker);
    }

    public static List<Message> latest(List<RedFlag> flags, List<CheckIn> open, Speaker speaker) {
        return Stream.concat(flags.stream().map(flag -> SafetySaid.flag(flag, speaker)), latest(open, speaker).stream())
                .toList();
    }

    private static List<Message> latest(List<CheckIn> open, Speaker speaker) {
        return open.subList(Math.max(0, open.size() - MOST_QUOTED), open.size()).stream()
                .flatMap(matter -> said(matter, speaker).stream())
                .toList();
    }

    /** One sentence, or two where what was said and what is judged came with one check-in. */
    public static List<Message> said(CheckIn checkIn, Speaker speaker) {
        String day = speaker.shortDay(checkIn.at());
        List<Message> said = new ArrayList<>();
        if (checkIn.saysWorse()) {
            said.add(new MatterWords.Said(day, checkIn.answers().anythingWorse().value()));
        }
        if (checkIn.turnedWorse()) {
            said.add(new MatterWords.Turned(day));
        }
        return List.copyOf(said);
    }
}
