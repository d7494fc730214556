package org.stillpoint.practice.asking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Questionnaires are laid before a client: each waits for its answers from then on. One that waits already goes on, unless its answers are
 * so old that others would tell of another time: then it ends as it is, and another begins.
 */
public final class AskQuestionnaires {

    /**
     * @param key made with the page, so that sending it twice asks once
     * @param client whom
     * @param instruments short names
     */
    public record Command(Id<Deed> key, Id<Client> client, Set<String> instruments) {
        public Command {
            instruments = Set.copyOf(instruments);
        }
    }

    /** After which answers are not gone on with when they are asked for anew: as far as the shortest of them asks back (PEG, Krebs 2009). */
    static final Duration STALE = Duration.ofDays(7);

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public AskQuestionnaires(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Answers with all that wait for the client.
     *
     * @throws BadValue if one cannot be filled in, or has no wording in the client's language
     */
    public Answer<List<FilledQuestionnaire>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ASK_QUESTIONNAIRE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            ask(records, wanted.client(), wanted.instruments(), clock);
                            return new Answer.Done<>(
                                    records.filledQuestionnaires().listOpen(wanted.client()));
                        },
                        records -> new Answer.Again<>(
                                records.filledQuestionnaires().listOpen(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_ASKED_QUESTIONNAIRES,
                        Optional.of(wanted.client()),
                        records -> records.filledQuestionnaires().listOpen(wanted.client())));
    }

    /** Lays what is due before a client, within the unit of work of something else; answers whether anything waits for them then. */
    public static boolean askDue(Records records, Id<Client> client, Clock clock) {
        Set<String> due = DueQuestionnaires.now(records, client, clock).stream()
                .map(DueQuestionnaire::instrument)
                .collect(Collectors.toSet());
        ask(records, client, due, clock);
        return !records.filledQuestionnaires().listOpen(client).isEmpty();
    }

    private static void ask(Records records, Id<Client> client, Set<String> instruments, Clock clock) {
        PracticeLanguage language = ClientLanguage.of(records, client);
        endStale(records, client, instruments, clock);
        List<FilledQuestionnaire> waiting = records.filledQuestionnaires().listOpen(client);
        List<String> unknown = new ArrayList<>(instruments);
        for (AskedForm form : AskedForm.offered(records)) {
            if (unknown.remove(form.instrument()) && waiting.stream().noneMatch(one -> isOf(one, form))) {
                requireWording(form, language);
                records.filledQuestionnaires().add(form.begun(records, client, language, clock.instant()));
            }
        }
        if (!unknown.isEmpty()) {
            throw new BadValue("questionnaire", "that cannot be filled in", "one that is offered");
        }
    }

    private static void endStale(Records records, Id<Client> client, Set<String> instruments, Clock clock) {
        Instant before = clock.instant().minus(STALE);
        for (FilledQuestionnaire one : records.filledQuestionnaires().listOpen(client)) {
            Optional<Instant> last = one.answers().isEmpty() ? Optional.empty() : one.answeredAt();
            if (instruments.contains(one.instrument())
                    && last.filter(before::isAfter).isPresent()) {
                HandedInSheet.of(records, one, last.get(), clock.getZone());
            }
        }
    }

    private static boolean isOf(FilledQuestionnaire one, AskedForm form) {
        return one.instrument().equals(form.instrument());
    }

    private static void requireWording(AskedForm form, PracticeLanguage language) {
        if (!form.isWordedIn(language)) {
            throw new BadValue("questionnaire", form.instrument() + " in " + language, "one with a wording in it");
        }
    }
}
