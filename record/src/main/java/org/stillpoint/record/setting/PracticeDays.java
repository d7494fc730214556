package org.stillpoint.record.setting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The time zone of a practice that has moved: one zone, whose rules are those of each place while the practice was there. A day that was
 * counted there stays that day, and whoever asks for a day needs to know of no move.
 */
public final class PracticeDays {
    private static final String PREFIX = "Practice/";
    /** Within two years clocks are put back and forward, where they ever are. */
    private static final Duration RULES_LATER = Duration.ofDays(731);

    private static final Map<String, ZoneId> MADE = new ConcurrentHashMap<>();

    private PracticeDays() {}

    /** @param zones in their order, at least one, the first from the beginning */
    static ZoneId of(List<ZoneSince> zones) {
        return zones.size() == 1
                ? zones.getFirst().zone()
                : MADE.computeIfAbsent(id(zones), id -> {
                    ZoneRulesProvider.registerProvider(new OneZone(id, rules(zones)));
                    return ZoneId.of(id);
                });
    }

    /** The place where the practice is now: the zone itself, where it has not moved. */
    public static ZoneId now(ZoneId days) {
        return days.getId().startsWith(PREFIX)
                ? ZoneId.of(days.getId().substring(days.getId().indexOf('/', PREFIX.length()) + 1))
                : days;
    }

    /** Named by its moves, so that the same moves are the same zone. */
    private static String id(List<ZoneSince> zones) {
        String moves = zones.stream()
                .map(each -> each.zone().getId() + "_" + each.from().getEpochSecond())
                .collect(Collectors.joining("_"));
        return PREFIX + UUID.nameUUIDFromBytes(moves.getBytes(StandardCharsets.UTF_8)) + "/"
                + zones.getLast().zone().getId();
    }

    private static ZoneRules rules(List<ZoneSince> zones) {
        ZoneRules first = zones.getFirst().zone().getRules();
        List<ZoneOffsetTransition> turns = new ArrayList<>();
        for (int i = 0; i < zones.size(); i++) {
            ZoneRules here = zones.get(i).zone().getRules();
            Instant from = zones.get(i).from();
            Instant until = i + 1 < zones.size() ? zones.get(i + 1).from() : Instant.MAX;
            if (i > 0) {
                ZoneOffset before = zones.get(i - 1).zone().getRules().getOffset(from);
                ZoneOffset after = here.getOffset(from);
                if (!before.equals(after)) {
                    turns.add(ZoneOffsetTransition.of(
                            LocalDateTime.ofEpochSecond(from.getEpochSecond(), 0, before), before, after));
                }
            }
            turns.addAll(within(here, from, until));
        }
        return ZoneRules.of(
                first.getOffset(Instant.MIN),
                first.getOffset(Instant.MIN),
                List.of(),
                turns,
                zones.getLast().zone().getRules().getTransitionRules());
    }

    /**
     * Those after one instant and before another. Of the last zone, whose rules hold after the last of these, all that no rule gives, and some
     * that one does: what came before is then by no rule of that zone.
     */
    private static List<ZoneOffsetTransition> within(ZoneRules rules, Instant from, Instant until) {
        Instant end = until.equals(Instant.MAX) ? rulesFrom(rules, from) : until;
        List<ZoneOffsetTransition> turns = new ArrayList<>();
        for (ZoneOffsetTransition turn = rules.nextTransition(from);
                turn != null && turn.getInstant().isBefore(end);
                turn = rules.nextTransition(turn.getInstant())) {
            turns.add(turn);
        }
        return turns;
    }

    private static Instant rulesFrom(ZoneRules rules, Instant from) {
        return Stream.concat(
                        Stream.of(from.plus(RULES_LATER)),
                        rules.getTransitions().stream()
                                .map(turn -> turn.getInstant().plusSeconds(1)))
                .reduce(from, (one, other) -> one.isBefore(other) ? other : one);
    }

    /** A zone as the Java library asks for it: by its name. */
    private static final class OneZone extends ZoneRulesProvider {
        private final String id;
        private final ZoneRules rules;

        OneZone(String id, ZoneRules rules) {
            this.id = id;
            this.rules = rules;
        }

        @Override
        protected Set<String> provideZoneIds() {
            return Set.of(id);
        }

        @Override
        protected ZoneRules provideRules(String zoneId, boolean forCaching) {
            return rules;
        }

        @Override
        protected NavigableMap<String, ZoneRules> provideVersions(String zoneId) {
            return new TreeMap<>(Map.of("1", rules));
        }
    }
}
