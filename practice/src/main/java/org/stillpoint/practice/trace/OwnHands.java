package org.stillpoint.practice.trace;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Records;
import org.stillpoint.trace.Hand;
import org.stillpoint.trace.HandSkill;
import org.stillpoint.trace.HandSkill.FeltTwice;

/**
 * What the hands of this practice are worth: learned from muscles that were felt in two examinations of one client, one soon after the other
 * and with no session between them, which would have changed what there is to feel.
 *
 * @param feltTwice how many muscles it rests on
 */
record OwnHands(Hand hand, int feltTwice) {

    /** Longer apart a body may have changed by itself; own choice, 2026. */
    private static final Duration SOON = Duration.ofDays(28);

    /** Others who are looked at: more would keep a page waiting. */
    private static final int MOST_OTHERS = 60;

    static OwnHands of(Records records, Id<Client> client) {
        boolean madeUp = records.clients().get(client).madeUp();
        List<FeltTwice> felt = Stream.concat(
                        Stream.of(client),
                        records.clients().search("", MOST_OTHERS + 1).stream()
                                .filter(each -> each.madeUp() == madeUp)
                                .map(Client::id)
                                .filter(each -> !each.equals(client))
                                .limit(MOST_OTHERS))
                .flatMap(each -> feltTwice(records, each).stream())
                .toList();
        return new OwnHands(HandSkill.learned(felt), felt.size());
    }

    private static List<FeltTwice> feltTwice(Records records, Id<Client> client) {
        List<Examination> examinations = records.examinations().list(client);
        List<FeltTwice> felt = new ArrayList<>();
        List<Session> sessions =
                examinations.size() < 2 ? List.of() : records.sessions().list(client);
        for (int i = 1; i < examinations.size(); i++) {
            Examination first = examinations.get(i - 1);
            Examination second = examinations.get(i);
            if (first.at().plus(SOON).isBefore(second.at())
                    || sessions.stream().anyMatch(s -> between(s, first.at(), second.at()))) {
                continue;
            }
            first.findings().forEach((muscle, finding) -> {
                var again = second.findings().get(muscle);
                if (again != null
                        && finding.restriction().isPresent()
                        && again.restriction().isPresent()) {
                    felt.add(new FeltTwice(
                            finding.restriction().get().value(),
                            again.restriction().get().value()));
                }
            });
        }
        return felt;
    }

    private static boolean between(Session session, Instant from, Instant to) {
        return session.startedAt().isAfter(from) && session.startedAt().isBefore(to);
    }
}
