package org.stillpoint.practice.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Records;

/**
 * The pain since the first session comes to be judged worse: an open matter, as what the client says is, and by the very verdict
 * that the practice's page shows. Asked within each act that changes a diary.
 */
public final class WorseTurn {

    private WorseTurn() {}

    /**
     * Notes the turn at the latest check-in, once for each turn: nothing is noted while one is open, nor about a verdict that somebody
     * has seen to and that stood before the latest check-in already.
     */
    public static void note(Records records, Id<Client> client) {
        List<CheckIn> diary = records.checkIns().list(client);
        List<Session> held = records.sessions().heads(client);
        if (diary.isEmpty() || diary.stream().anyMatch(one -> one.turnedWorse() && one.isOpen())) {
            return;
        }
        CheckIn latest = diary.getLast();
        boolean seenTo = diary.stream().anyMatch(CheckIn::turnedWorse);
        if (latest.turnedWorse()
                || !isWorse(diary, held)
                || seenTo && isWorse(diary.subList(0, diary.size() - 1), held)) {
            return;
        }
        // said and judged with one check-in, it is one matter, which is open again where it was followed up as said
        // alone
        records.checkIns().update(latest.turningWorse(true).followedBy(Optional.empty()));
    }

    private static boolean isWorse(List<CheckIn> diary, List<Session> held) {
        return HowItGoes.ofPain(diary, held).worse();
    }
}
