package org.stillpoint.record.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;

/**
 * What a client wants to be able to do again: an activity that they named themselves in a questionnaire about their own activities. Nobody else
 * sets a goal here, and no figure is promised for one.
 *
 * @param place in the questionnaire in which it was named first, from 1: with that one it tells the goal from all others
 * @param activity in the client's words
 * @param askedIn the questionnaires that were handed in and asked about it, the earliest first; one at least
 * @param isAskedStill whether the latest that was handed in asks about it
 */
public record ClientGoal(
        Id<Client> client, int place, PrivateText activity, List<GoalAsked> askedIn, boolean isAskedStill) {

    /**
     * That somebody was asked how well they can do it.
     *
     * @param at when the questionnaire was handed in, all of it or a part
     */
    public record GoalAsked(Id<FilledQuestionnaire> questionnaire, Instant at) {}

    /** @throws BadValue if nothing asked about it, or its place is none */
    public ClientGoal {
        askedIn = List.copyOf(askedIn);
        if (askedIn.isEmpty() || place < 1 || place > FilledQuestionnaire.MOST_ACTIVITIES) {
            throw new BadValue("place", String.valueOf(place), "1 to " + FilledQuestionnaire.MOST_ACTIVITIES);
        }
    }

    /** The questionnaire in which it was named first. */
    public GoalAsked named() {
        return askedIn.getFirst();
    }

    /** All of one client, in the order in which they were named; what was not handed in says nothing yet. */
    public static List<ClientGoal> of(List<FilledQuestionnaire> filled) {
        List<FilledQuestionnaire> handedIn = filled.stream()
                .filter(each -> !each.isOpen() && !each.activities().isEmpty())
                .sorted(Comparator.comparing(each -> each.handedInAt().orElseThrow()))
                .toList();
        Map<PrivateText, List<FilledQuestionnaire>> asked = new LinkedHashMap<>();
        handedIn.forEach(each -> each.activities().stream()
                .distinct()
                .forEach(activity -> asked.computeIfAbsent(activity, any -> new ArrayList<>())
                        .add(each)));
        return asked.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), handedIn.getLast()))
                .toList();
    }

    private static ClientGoal of(PrivateText activity, List<FilledQuestionnaire> asked, FilledQuestionnaire latest) {
        FilledQuestionnaire first = asked.getFirst();
        return new ClientGoal(
                first.client(),
                first.activities().indexOf(activity) + 1,
                activity,
                asked.stream()
                        .map(each -> new GoalAsked(each.id(), each.handedInAt().orElseThrow()))
                        .toList(),
                asked.getLast().equals(latest));
    }
}
