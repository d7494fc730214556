package org.stillpoint.record.questionnaire;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * What is asked of one client, and when. Each client has one.
 *
 * @param asked when, by short name of the questionnaire; those that are not asked for are left out
 * @param end from which day on the sessions are over; empty while nobody says so
 * @param version grows with each change; {@link Version#FIRST} also before anybody chose
 */
public record QuestionnairePlan(
        Id<Client> client, SortedMap<String, Set<AskMoment>> asked, Optional<LocalDate> end, Version version) {

    public QuestionnairePlan {
        TreeMap<String, Set<AskMoment>> kept = new TreeMap<>();
        asked.forEach((instrument, moments) -> {
            QuestionnaireScore.requireInstrument(instrument);
            if (!moments.isEmpty()) {
                kept.put(instrument, Set.copyOf(moments));
            }
        });
        asked = Collections.unmodifiableSortedMap(kept);
    }

    /** Nothing is asked of themselves. */
    public static QuestionnairePlan none(Id<Client> client) {
        return new QuestionnairePlan(client, new TreeMap<>(), Optional.empty(), Version.FIRST);
    }

    /** Another choice; hand it to {@link QuestionnairePlans#keep}. */
    public QuestionnairePlan with(Map<String, Set<AskMoment>> others, Optional<LocalDate> over) {
        return new QuestionnairePlan(client, new TreeMap<>(others), over, version);
    }

    public boolean asks(String instrument, AskMoment moment) {
        return asked.getOrDefault(instrument, Set.of()).contains(moment);
    }

    /** The same, as seen at another version. */
    public QuestionnairePlan seenAt(Version seen) {
        return new QuestionnairePlan(client, asked, end, seen);
    }

    /** Hides what is asked: it belongs to the client alone. */
    @Override
    public String toString() {
        return "QuestionnairePlan(" + client + ", private)";
    }
}
