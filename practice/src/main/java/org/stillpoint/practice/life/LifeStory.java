package org.stillpoint.practice.life;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.stillpoint.memory.LifeEvent;

/**
 * A life as the model plays it.
 *
 * @param from age at which the player starts, years
 * @param to age at which it ends, years
 * @param birth year of birth with its fraction; empty where ages are said instead of years
 * @param happenings the earliest first
 */
public record LifeStory(double from, double to, OptionalDouble birth, List<Happening> happenings) {

    public LifeStory {
        happenings = List.copyOf(happenings);
    }

    /** The age at which something of this life happens, years. */
    double age(String id) {
        return happenings.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .age();
    }

    /** Told events of which it is not known how hard they struck, or how strongly they were felt. */
    public int notKnown() {
        return (int) happenings.stream()
                .filter(each -> each instanceof Happening.Struck struck && struck.leavesOpen())
                .count();
    }

    /**
     * What changes in the model, with all releases.
     *
     * @param notKnown what is taken, 0 to 1, for how hard and how strongly where that is not known
     */
    List<LifeEvent> changes(double notKnown) {
        return happenings.stream()
                .flatMap(each ->
                        (each instanceof Happening.Struck struck ? struck.changes(notKnown) : each.changes()).stream())
                .toList();
    }

    /** What changes in the model, without the releases that are named. */
    List<LifeEvent> changes(Set<String> without) {
        return happenings.stream()
                .filter(each -> !(each.release() && without.contains(each.id())))
                .flatMap(each -> each.changes().stream())
                .toList();
    }
}
