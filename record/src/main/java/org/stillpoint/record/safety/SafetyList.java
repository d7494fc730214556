package org.stillpoint.record.safety;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Version;

/**
 * What a practice asks before every session: the program's conditions with what the practice chose for them, and its own. Every version is
 * kept.
 *
 * @param choices what was chosen for conditions; those of which nothing was chosen are asked as they stand
 * @param own what the practice asks beside the program, {@value #MOST_OWN} at most; never taken out, for kept checks name them
 * @param version grows with each change
 */
public record SafetyList(Map<ConditionId, RowChoice> choices, List<Condition> own, Version version) {
    /** Own choice, 2026: a check of more is no longer read. */
    public static final int MOST_OWN = 40;

    /** What the program asks, before a practice has chosen anything. */
    public static final SafetyList NONE = new SafetyList(Map.of(), List.of(), Version.FIRST);

    /**
     * What a practice chose for one condition.
     *
     * @param asked whether it is asked
     * @param windowDays how long ago it may be to count; empty where it counts as long as it lasts
     */
    public record RowChoice(boolean asked, OptionalInt windowDays) {}

    /** @throws BadValue if something is chosen for what is not on the list, or an own condition is one of the program's */
    public SafetyList {
        choices = Collections.unmodifiableMap(new TreeMap<>(choices));
        own = List.copyOf(own);
        if (own.size() > MOST_OWN) {
            throw new BadValue("conditions", String.valueOf(own.size()), "at most " + MOST_OWN);
        }
        Set<ConditionId> ids = own.stream().map(Condition::id).collect(Collectors.toSet());
        if (ids.size() < own.size()
                || own.stream()
                        .anyMatch(each -> each.words().isEmpty()
                                || ProgramConditions.find(each.id()).isPresent())) {
            throw new BadValue("condition", "twice, or of the program", "the practice's own, in its own words");
        }
        for (ConditionId chosen : choices.keySet()) {
            if (!ids.contains(chosen) && ProgramConditions.find(chosen).isEmpty()) {
                throw new BadValue("condition", "unknown", "one of the list");
            }
        }
    }

    /** All of them, those that are not asked too, the strictest first. */
    public List<Condition> rows() {
        return Stream.concat(ProgramConditions.list().stream(), own.stream())
                .map(row -> Optional.ofNullable(choices.get(row.id()))
                        .map(choice -> row.within(choice.windowDays()))
                        .orElse(row))
                .sorted(Comparator.comparing(Condition::level))
                .toList();
    }

    /** Those that are asked. */
    public List<Condition> asked() {
        return rows().stream().filter(row -> isAsked(row.id())).toList();
    }

    public List<Condition> asked(SafetyLevel level) {
        return asked().stream().filter(row -> row.level() == level).toList();
    }

    public boolean isAsked(ConditionId id) {
        return Optional.ofNullable(choices.get(id)).map(RowChoice::asked).orElse(true);
    }

    /**
     * These of the list, as they are asked now; those too that were switched off since somebody opened the page.
     *
     * @throws BadValue if one is not on it
     */
    public Set<Condition> get(Set<ConditionId> ids) {
        Map<ConditionId, Condition> known = new LinkedHashMap<>();
        rows().forEach(row -> known.put(row.id(), row));
        if (!known.keySet().containsAll(ids)) {
            throw new BadValue("condition", "unknown", "one of the list");
        }
        return ids.stream().map(known::get).collect(Collectors.toSet());
    }

    /**
     * Checks that this list says no wherever another does.
     *
     * @throws Refused if a red flag is not asked, a level is lower than it was, or a condition is gone
     */
    public void requireAsStrictAs(SafetyList before, Id<?> asked) {
        Map<ConditionId, Condition> here = rows().stream().collect(Collectors.toMap(Condition::id, row -> row));
        for (Condition row : before.own()) {
            Condition now = here.get(row.id());
            if (now == null || !now.words().equals(row.words())) {
                throw new Refused(Rule.CONDITION_STAYS, asked);
            }
            if (row.level().isStricterThan(now.level())) {
                throw new Refused(Rule.LEVEL_STAYS, asked);
            }
        }
        if (here.values().stream().anyMatch(row -> row.level() == SafetyLevel.RED_FLAG && !isAsked(row.id()))) {
            throw new Refused(Rule.RED_FLAG_STAYS, asked);
        }
    }
}
