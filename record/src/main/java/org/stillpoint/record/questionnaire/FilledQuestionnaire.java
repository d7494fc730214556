package org.stillpoint.record.questionnaire;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.setting.PracticeLanguage;

/**
 * A questionnaire as one client fills it in, answer by answer.
 *
 * @param instrument short name of the questionnaire, as {@link QuestionnaireScore} has it
 * @param imported the edition that is filled in, where the practice imported it; it stays to the end
 * @param language in which it is asked, from the first answer to the last
 * @param begunAt when it was asked for
 * @param activities what the client named themselves, where the questionnaire asks about that; else none
 * @param answers by number of the item, from 1
 * @param leftOut the items to which nothing is said, by choice
 * @param by whose hand the last answer is by; empty before there is one
 * @param answeredAt when it was; empty before there is one
 * @param handedInAt when it was handed in, whole or in part; empty while it goes on
 * @param version grows with each change
 */
public record FilledQuestionnaire(
        Id<FilledQuestionnaire> id,
        Id<Client> client,
        String instrument,
        Optional<Id<ImportedQuestionnaire>> imported,
        PracticeLanguage language,
        Instant begunAt,
        List<PrivateText> activities,
        SortedMap<Integer, ItemAnswer> answers,
        SortedSet<Integer> leftOut,
        Optional<IntakeHand> by,
        Optional<Instant> answeredAt,
        Optional<Instant> handedInAt,
        Version version) {
    /** Own choice, 2026: one that asks more is no questionnaire to be filled in on a phone. */
    public static final int MOST_ITEMS = 99;

    /** A patient-specific functional scale has room for as many (Stratford 1995). */
    public static final int MOST_ACTIVITIES = 5;

    /** Own choice, 2026: a line or two. */
    public static final int MOST_CHARACTERS = 200;

    public FilledQuestionnaire {
        QuestionnaireScore.requireInstrument(instrument);
        activities = List.copyOf(activities);
        answers = Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        leftOut = Collections.unmodifiableSortedSet(new TreeSet<>(leftOut));
        if (activities.size() > MOST_ACTIVITIES
                || activities.stream()
                        .anyMatch(each -> each.isEmpty() || each.value().length() > MOST_CHARACTERS)) {
            throw new BadValue(
                    "activities",
                    activities.size() + " of them",
                    "up to " + MOST_ACTIVITIES + ", each of 1 to " + MOST_CHARACTERS + " characters");
        }
        requireItems(answers.keySet());
        requireItems(leftOut);
    }

    private static void requireItems(Set<Integer> items) {
        for (int item : items) {
            if (item < 1 || item > MOST_ITEMS) {
                throw new BadValue("item", String.valueOf(item), "1 to " + MOST_ITEMS);
            }
        }
    }

    /** Nothing is answered yet. */
    public static FilledQuestionnaire begun(
            Id<FilledQuestionnaire> id,
            Id<Client> client,
            String instrument,
            PracticeLanguage language,
            Instant now,
            List<PrivateText> activities) {
        return begun(id, client, instrument, Optional.empty(), language, now, activities);
    }

    /** The same of one that the practice imported. */
    public static FilledQuestionnaire begun(
            Id<FilledQuestionnaire> id, Id<Client> client, ImportedQuestionnaire imported, Instant now) {
        return begun(
                id,
                client,
                imported.instrument(),
                Optional.of(imported.id()),
                imported.form().language(),
                now,
                List.of());
    }

    private static FilledQuestionnaire begun(
            Id<FilledQuestionnaire> id,
            Id<Client> client,
            String instrument,
            Optional<Id<ImportedQuestionnaire>> imported,
            PracticeLanguage language,
            Instant now,
            List<PrivateText> activities) {
        return new FilledQuestionnaire(
                id,
                client,
                instrument,
                imported,
                language,
                now,
                activities,
                new TreeMap<>(),
                new TreeSet<>(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Version.FIRST);
    }

    public boolean isOpen() {
        return handedInAt.isEmpty();
    }

    /** Whether somebody answered the item or chose to leave it out. */
    public boolean isDone(int item) {
        return answers.containsKey(item) || leftOut.contains(item);
    }

    /** The same with an answer; hand it to {@link FilledQuestionnaires#update}. */
    public FilledQuestionnaire with(int item, ItemAnswer answer, IntakeHand hand, Instant now) {
        TreeMap<Integer, ItemAnswer> next = new TreeMap<>(answers);
        next.put(item, answer);
        TreeSet<Integer> left = new TreeSet<>(leftOut);
        left.remove(item);
        return answered(activities, next, left, hand, now);
    }

    /** The same with nothing said to an item, by choice; hand it to {@link FilledQuestionnaires#update}. */
    public FilledQuestionnaire without(int item, IntakeHand hand, Instant now) {
        TreeMap<Integer, ItemAnswer> next = new TreeMap<>(answers);
        next.remove(item);
        TreeSet<Integer> left = new TreeSet<>(leftOut);
        left.add(item);
        return answered(activities, next, left, hand, now);
    }

    /** The same about other activities, with the answers to those that stay where they were; hand it to {@link FilledQuestionnaires#update}. */
    public FilledQuestionnaire about(List<PrivateText> named, IntakeHand hand, Instant now) {
        TreeMap<Integer, ItemAnswer> next = new TreeMap<>();
        TreeSet<Integer> left = new TreeSet<>();
        for (int i = 0; i < named.size(); i++) {
            int before = activities.indexOf(named.get(i)) + 1;
            if (answers.containsKey(before)) {
                next.put(i + 1, answers.get(before));
            } else if (leftOut.contains(before)) {
                left.add(i + 1);
            }
        }
        return answered(named, next, left, hand, now);
    }

    private FilledQuestionnaire answered(
            List<PrivateText> about,
            SortedMap<Integer, ItemAnswer> said,
            SortedSet<Integer> left,
            IntakeHand hand,
            Instant now) {
        return as(about, said, left, Optional.of(hand), Optional.of(now), handedInAt, version);
    }

    /** The same with these answers alone; hand it to {@link FilledQuestionnaires#update}. */
    public FilledQuestionnaire withOnly(SortedMap<Integer, ItemAnswer> counted) {
        return as(activities, counted, leftOut, by, answeredAt, handedInAt, version);
    }

    /** The same, handed in; hand it to {@link FilledQuestionnaires#update}. */
    public FilledQuestionnaire handedIn(Instant now) {
        return as(activities, answers, leftOut, by, answeredAt, Optional.of(now), version);
    }

    /** The same, as seen at another version. */
    public FilledQuestionnaire seenAt(Version seen) {
        return as(activities, answers, leftOut, by, answeredAt, handedInAt, seen);
    }

    private FilledQuestionnaire as(
            List<PrivateText> about,
            SortedMap<Integer, ItemAnswer> said,
            SortedSet<Integer> left,
            Optional<IntakeHand> hand,
            Optional<Instant> saidAt,
            Optional<Instant> givenAt,
            Version seen) {
        return new FilledQuestionnaire(
                id, client, instrument, imported, language, begunAt, about, said, left, hand, saidAt, givenAt, seen);
    }

    /** Hides what was answered: it belongs to the client alone. */
    @Override
    public String toString() {
        return "FilledQuestionnaire(" + id + ", private)";
    }
}
