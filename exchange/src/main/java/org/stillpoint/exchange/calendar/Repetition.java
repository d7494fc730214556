package org.stillpoint.exchange.calendar;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;
import org.stillpoint.words.CalendarWords;
import org.stillpoint.words.Message;

/**
 * The starts of a series, one after the other and by its own clock, never all at once: a rule is looked at before it is asked, and what
 * would be asked too often yields its first start and a word.
 */
final class Repetition {
    /** Own choice, 2026: every weekday of a year, by some margin; the rule of a bomb asks for millions. */
    private static final long MOST_IN_ONE_ROUND = 1_000;

    private static final Set<String> PARTS = Set.of(
            "FREQ",
            "UNTIL",
            "COUNT",
            "INTERVAL",
            "BYSECOND",
            "BYMINUTE",
            "BYHOUR",
            "BYDAY",
            "BYMONTHDAY",
            "BYYEARDAY",
            "BYWEEKNO",
            "BYMONTH",
            "BYSETPOS",
            "WKST");
    private static final List<String> MULTIPLYING =
            List.of("BYMONTH", "BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY", "BYHOUR", "BYMINUTE", "BYSECOND");
    private static final Set<String> TOO_OFTEN = Set.of("SECONDLY", "MINUTELY");

    /** How many starts may still be asked for in one file. */
    static final class Budget {
        private int left;

        Budget(int left) {
            this.left = left;
        }

        boolean take() {
            return left-- > 0;
        }
    }

    private final CalendarEvent event;
    private final Budget budget;
    private final List<Message> doubts;

    Repetition(CalendarEvent event, Budget budget, List<Message> doubts) {
        this.event = event;
        this.budget = budget;
        this.doubts = doubts;
    }

    /** Those between two times by the event's clock, the first included wherever it lies. */
    List<LocalDateTime> starts(LocalDateTime from, LocalDateTime until) {
        LocalDateTime first = event.start().local();
        if (event.rule().isBlank()) {
            return List.of(first);
        }
        Map<String, String> parts = RuleText.parts(event.rule());
        if (!PARTS.containsAll(parts.keySet()) || !parts.containsKey("FREQ")) {
            doubts.add(CalendarWords.UNREADABLE_RULE);
            return List.of(first);
        }
        if (event.rule().strip().contains(" ")) {
            doubts.add(CalendarWords.LOOSE_RULE);
        }
        if (asksTooOften(parts)) {
            doubts.add(CalendarWords.REPEATS_TOO_OFTEN);
            return List.of(first);
        }
        try {
            return repeated(parts, from, until);
        } catch (InvalidRecurrenceRuleException | DateTimeException unreadable) {
            doubts.add(CalendarWords.UNREADABLE_RULE);
            return List.of(first);
        }
    }

    private static boolean asksTooOften(Map<String, String> parts) {
        long inOneRound = 1;
        for (String part : MULTIPLYING) {
            if (parts.containsKey(part)) {
                inOneRound *= Math.max(
                        1, Arrays.stream(parts.get(part).split(",", -1)).count());
            }
            if (inOneRound > MOST_IN_ONE_ROUND) {
                return true;
            }
        }
        return TOO_OFTEN.contains(parts.get("FREQ"));
    }

    private List<LocalDateTime> repeated(Map<String, String> parts, LocalDateTime from, LocalDateTime until)
            throws InvalidRecurrenceRuleException {
        StringBuilder rule = new StringBuilder();
        parts.forEach((name, value) -> {
            if (!name.equals("UNTIL")) {
                rule.append(rule.isEmpty() ? "" : ";").append(name).append('=').append(value);
            }
        });
        Optional<LocalDateTime> last =
                parts.containsKey("UNTIL") ? Optional.of(last(parts.get("UNTIL"))) : Optional.empty();
        RecurrenceRule asked = new RecurrenceRule(rule.toString(), RecurrenceRule.RfcMode.RFC2445_LAX);
        List<LocalDateTime> starts = new ArrayList<>();
        try {
            RecurrenceRuleIterator all = asked.iterator(millis(event.start().local()), null);
            if (!parts.containsKey("COUNT") && from.isAfter(event.start().local())) {
                all.fastForward(millis(from));
            }
            while (all.hasNext()) {
                LocalDateTime each =
                        LocalDateTime.ofEpochSecond(Math.floorDiv(all.nextMillis(), 1000L), 0, ZoneOffset.UTC);
                if (!each.isBefore(until) || last.isPresent() && each.isAfter(last.get())) {
                    break;
                }
                if (!budget.take()) {
                    doubts.add(CalendarWords.REPEATS_TOO_OFTEN);
                    break;
                }
                if (!each.isBefore(from)) {
                    starts.add(each);
                }
            }
        } catch (IllegalArgumentException | IllegalStateException never) { // after a thousand rounds without one
            doubts.add(CalendarWords.NEVER_AGAIN);
        }
        return starts;
    }

    /** Until when, by the event's clock; a day is meant whole. */
    private LocalDateTime last(String until) {
        LocalDateTime said = CalendarTimes.local(until);
        if (!until.contains("T")) {
            return said.plusDays(1).minusSeconds(1);
        }
        if (until.endsWith("Z") && event.start().zone().isPresent()) {
            Instant when = said.toInstant(ZoneOffset.UTC);
            return LocalDateTime.ofInstant(when, event.start().zone().get().getOffset(when));
        }
        return said;
    }

    private static long millis(LocalDateTime local) {
        return local.toEpochSecond(ZoneOffset.UTC) * 1000;
    }
}
