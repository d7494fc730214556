package org.stillpoint.exchange.research;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.ClientFile;

/** Whether somebody has agreed to research. */
final class Research {
    private Research() {}

    /** By the consent in force when the file was read; what was withdrawn or has run out agrees to nothing. */
    static boolean agreed(ClientFile file, ZoneId zone) {
        return file.consents()
                        .standing(
                                file.madeAt(),
                                zone,
                                after -> file.sessions().stream()
                                        .map(Session::startedAt)
                                        .filter(start -> start.isAfter(after))
                                        .min(Comparator.<Instant>naturalOrder()))
                        .answer(ConsentBlock.RESEARCH_USE)
                == ConsentStanding.ChoiceMade.YES;
    }
}
