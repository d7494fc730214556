package org.stillpoint.web.life;

import java.util.List;
import java.util.Set;
import org.stillpoint.memory.LifeEvent;

/**
 * A life as the model plays it.
 *
 * @param from age at which the player starts, years
 * @param to age at which it ends, years
 * @param birth year of birth with its fraction, to say ages as calendar years; 0 where ages are said
 * @param happenings the earliest first
 */
record LifeStory(double from, double to, double birth, List<Happening> happenings) {

    LifeStory {
        happenings = List.copyOf(happenings);
    }

    /** What kind of thing happens. */
    enum Kind {
        /** A trauma event. */
        EVENT,
        /** Stress, tension and anxiety change. */
        AROUSAL,
        /** A held contraction lets go. */
        RELEASE
    }

    /**
     * Something that happens at one age.
     *
     * @param id names it in addresses
     * @param title in a few words
     * @param when in words
     * @param detail where on the body, or empty
     * @param places codes of regions and ids of muscles, blank-separated
     * @param changes what it changes in the model
     */
    record Happening(
            String id,
            Kind kind,
            double age,
            String title,
            String when,
            String detail,
            String places,
            List<LifeEvent> changes) {

        Happening {
            changes = List.copyOf(changes);
        }

        /** Whether the player can leave it out to compare. */
        public boolean switchable() {
            return kind == Kind.RELEASE;
        }

        /** Whether it has its own row in the story; check-ins have not. */
        public boolean told() {
            return !title.isEmpty();
        }
    }

    /** The age at which something of this life happens, years. */
    double age(String id) {
        return happenings.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow()
                .age();
    }

    /** What changes in the model, without the releases that are named. */
    List<LifeEvent> changes(Set<String> without) {
        return happenings.stream()
                .filter(each -> !(each.switchable() && without.contains(each.id())))
                .flatMap(each -> each.changes().stream())
                .toList();
    }
}
