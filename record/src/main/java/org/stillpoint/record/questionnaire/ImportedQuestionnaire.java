package org.stillpoint.record.questionnaire;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.questionnaire.AnswerWay.ByChoice;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedItem.FormText;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.setting.PracticeLanguage;

/**
 * A questionnaire that the practice imported and may use, in one edition and one language. Nothing of it is ever changed but whether it is
 * offered: whoever filled it in keeps what they read.
 *
 * @param form as it was published
 * @param importedAt when somebody imported it, and said that the practice may use it
 * @param offered whether it can be asked for now; of those of one address and language one is at most
 * @param version grows with each change
 */
public record ImportedQuestionnaire(
        Id<ImportedQuestionnaire> id, PublishedForm form, Instant importedAt, boolean offered, Version version) {

    /**
     * What was published, as far as it is shown or counted.
     *
     * @param url by which it is known everywhere
     * @param edition the version that its publisher gave it; empty where they gave none
     * @param title its own name
     * @param language in which it is written
     * @param publisher empty where it names none
     * @param copyright what it says of who may use it; empty where it says nothing
     * @param items its questions, in its order
     * @param ending what it says after the last of them
     */
    public record PublishedForm(
            String url,
            String edition,
            String title,
            PracticeLanguage language,
            String publisher,
            String copyright,
            List<ImportedItem> items,
            List<FormText> ending) {
        public PublishedForm {
            items = List.copyOf(items);
            ending = List.copyOf(ending);
            if (url.isBlank() || title.isBlank()) {
                throw new BadValue("questionnaire", "without address or title", "one with both");
            }
            if (items.isEmpty() || items.size() > FilledQuestionnaire.MOST_ITEMS) {
                throw new BadValue("items", items.size() + " of them", "1 to " + FilledQuestionnaire.MOST_ITEMS);
            }
        }

        /** Whether both are editions of one questionnaire. */
        public boolean isOfSame(PublishedForm other) {
            return url.equals(other.url) && language == other.language;
        }
    }

    /** Just imported: it is offered. */
    public static ImportedQuestionnaire of(Id<ImportedQuestionnaire> id, PublishedForm form, Instant now) {
        return new ImportedQuestionnaire(id, form, now, true, Version.FIRST);
    }

    /** The short name by which it is asked for, the same for every edition. */
    public String instrument() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((form.language() + " " + form.url()).getBytes(StandardCharsets.UTF_8));
            return "own_" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The same, offered or not; hand it to {@link ImportedQuestionnaires#update}. */
    public ImportedQuestionnaire offered(boolean now) {
        return new ImportedQuestionnaire(id, form, importedAt, now, version);
    }

    /** The same, as seen at another version. */
    public ImportedQuestionnaire seenAt(Version seen) {
        return new ImportedQuestionnaire(id, form, importedAt, offered, seen);
    }

    /** The answers to what is asked of somebody who answered so, by number of the item: the rest of them count nowhere. */
    public SortedMap<Integer, ItemAnswer> asked(Map<Integer, ItemAnswer> answers) {
        TreeMap<Integer, ItemAnswer> counted = new TreeMap<>();
        for (int number = 1; number <= form.items().size(); number++) {
            if (isAsked(number, counted) && answers.containsKey(number)) {
                counted.put(number, answers.get(number));
            }
        }
        return counted;
    }

    /** The numbers of the items that are asked of somebody who answered so. */
    public List<Integer> numbersAsked(Map<Integer, ItemAnswer> answers) {
        SortedMap<Integer, ItemAnswer> counted = asked(answers);
        return IntStream.rangeClosed(1, form.items().size())
                .filter(number -> isAsked(number, counted))
                .boxed()
                .toList();
    }

    private boolean isAsked(int number, Map<Integer, ItemAnswer> counted) {
        return hold(item(number).rules(), counted);
    }

    private static boolean hold(List<ItemRule> rules, Map<Integer, ItemAnswer> counted) {
        return rules.stream().allMatch(rule -> rule.holds(counted));
    }

    /**
     * What is said before an item to somebody who answered so: of its parts by name, and the texts since the question that they were asked
     * before.
     *
     * @param number of an item that is asked, from 1
     */
    public List<String> saidBefore(int number, Map<Integer, ItemAnswer> answers) {
        SortedMap<Integer, ItemAnswer> counted = asked(answers);
        int before = number - 1;
        while (before > 0 && !isAsked(before, counted)) {
            before--;
        }
        return Stream.concat(
                        item(number).groups().stream().map(FormGroup::title).filter(title -> !title.isEmpty()),
                        IntStream.rangeClosed(before + 1, number)
                                .boxed()
                                .flatMap(skipped -> said(item(skipped).above(), counted)))
                .toList();
    }

    /** What is said in the end to somebody who answered so. */
    public List<String> saidLast(Map<Integer, ItemAnswer> answers) {
        SortedMap<Integer, ItemAnswer> counted = asked(answers);
        List<Integer> asked = numbersAsked(answers);
        int last = asked.isEmpty() ? 0 : asked.getLast();
        return Stream.concat(
                        IntStream.rangeClosed(last + 1, form.items().size())
                                .boxed()
                                .flatMap(skipped -> said(item(skipped).above(), counted)),
                        said(form.ending(), counted))
                .toList();
    }

    private static Stream<String> said(List<FormText> texts, Map<Integer, ItemAnswer> counted) {
        return texts.stream().filter(text -> hold(text.rules(), counted)).map(FormText::text);
    }

    /** @param number from 1 */
    public ImportedItem item(int number) {
        return form.items().get(number - 1);
    }

    /** Whether it has a sum: its form says what answers count, of each item that counts all of them, and asks these of everybody. */
    public boolean isScored() {
        List<ImportedItem> scored =
                form.items().stream().filter(item -> item.scored().isPresent()).toList();
        return !scored.isEmpty()
                && scored.stream()
                        .allMatch(item -> item.rules().isEmpty()
                                && !item.scored().get().orOwnWords()
                                && item.scored().get().options().stream()
                                        .allMatch(option -> option.value().isPresent()));
    }

    /** The sum of what was answered; empty where it has none, or an answer is missing: no rule for that was read. */
    public Optional<BigDecimal> sum(Map<Integer, ItemAnswer> answers) {
        if (!isScored()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (int number = 1; number <= form.items().size(); number++) {
            Optional<ByChoice> scored = item(number).scored();
            if (scored.isPresent()) {
                Optional<BigDecimal> counts = counts(scored.get(), Optional.ofNullable(answers.get(number)));
                if (counts.isEmpty()) {
                    return Optional.empty();
                }
                sum = sum.add(counts.get());
            }
        }
        return Optional.of(sum);
    }

    /** Of several answers each counts; empty where there is none. */
    private static Optional<BigDecimal> counts(ByChoice scored, Optional<ItemAnswer> answer) {
        return answer.stream()
                .flatMap(given -> given.each().stream())
                .filter(ChoiceAnswer.class::isInstance)
                .map(chosen -> scored.option((ChoiceAnswer) chosen).value().orElseThrow())
                .reduce(BigDecimal::add);
    }
}
