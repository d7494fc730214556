package org.stillpoint.web.table;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.stillpoint.exchange.diary.CheckInTable.CheckInOfRow;
import org.stillpoint.exchange.painmap.BodyMapTable.MapOfRow;
import org.stillpoint.exchange.questionnaire.QuestionnaireTable.ScoreOfRow;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.TakeCheckIns;
import org.stillpoint.practice.outcome.QuestionnaireReading;
import org.stillpoint.practice.outcome.ScoreQuestionnaire;
import org.stillpoint.practice.pain.TakeBodyMaps;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ImportWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.QuestionnaireWords;
import org.stillpoint.words.ShortDay;

/** What was read from a table beside what is kept: where they say different things, and all of it taken. */
@Component
final class Taking {

    /** Rows that are named; more than these are mended in one go by nobody. */
    private static final int MOST_NAMED = 20;

    private final TakeCheckIns takeCheckIns;
    private final TakeBodyMaps takeBodyMaps;
    private final ScoreQuestionnaire scoreQuestionnaire;
    private final QuestionnaireReading questionnaireReading;

    Taking(
            TakeCheckIns takeCheckIns,
            TakeBodyMaps takeBodyMaps,
            ScoreQuestionnaire scoreQuestionnaire,
            QuestionnaireReading questionnaireReading) {
        this.takeCheckIns = takeCheckIns;
        this.takeBodyMaps = takeBodyMaps;
        this.scoreQuestionnaire = scoreQuestionnaire;
        this.questionnaireReading = questionnaireReading;
    }

    /** The rows that say something else than what is kept, the first of them. */
    List<Message> clashes(Actor actor, Id<Client> client, Looking looking) {
        List<Message> clashes = looking.checkIns()
                .map(table -> checkIns(actor, client, table.entries()))
                .or(() -> looking.bodyMaps().map(table -> bodyMaps(actor, client, table.maps())))
                .or(() -> looking.scores().map(table -> scores(actor, client, table.scores())))
                .orElse(List.of());
        return clashes.stream().limit(MOST_NAMED).toList();
    }

    private List<Message> checkIns(Actor actor, Id<Client> client, List<CheckInOfRow> rows) {
        return takeCheckIns.findClashes(actor, client, given(rows)).stream()
                .map(rows::get)
                .<Message>map(row -> new ImportWords.RowKeptOtherwise(AsTyped.of(row.row()), new ShortDay(row.at())))
                .toList();
    }

    private List<Message> bodyMaps(Actor actor, Id<Client> client, List<MapOfRow> rows) {
        return takeBodyMaps.findClashes(actor, client, drawn(rows)).stream()
                .map(rows::get)
                .<Message>map(row -> new ImportWords.RowKeptOtherwise(AsTyped.of(row.row()), new ShortDay(row.at())))
                .toList();
    }

    private List<Message> scores(Actor actor, Id<Client> client, List<ScoreOfRow> rows) {
        List<QuestionnaireScore> kept = questionnaireReading.by(actor, client).scores();
        return rows.stream()
                .flatMap(row -> {
                    QuestionnaireScore read = QuestionnaireScore.of(client, row.key(), row.day(), row.score());
                    return kept.stream()
                            .filter(one -> one.isOfSameDay(read) && one.score() != read.score())
                            .<Message>map(one -> new QuestionnaireWords.RowKeptOtherwise(
                                    AsTyped.of(row.row()), row.score(), one.score()));
                })
                .toList();
    }

    /**
     * What came of it.
     *
     * @param added how many rows are new
     * @param flag whether one of them tells of a red flag
     */
    record TakenRows(int added, boolean flag) {}

    /** Empty where something else is kept meanwhile, and nothing was taken. */
    Optional<TakenRows> take(Actor actor, Id<Deed> key, Id<Client> client, Looking looking) {
        return looking.checkIns()
                .map(table -> went(
                        takeCheckIns.by(actor, new TakeCheckIns.Command(key, client, given(table.entries()))),
                        client,
                        taken -> new TakenRows(taken.added(), false)))
                .or(() -> looking.bodyMaps()
                        .map(table -> went(
                                takeBodyMaps.by(actor, new TakeBodyMaps.Command(key, client, drawn(table.maps()))),
                                client,
                                taken -> new TakenRows(taken.added(), false))))
                .or(() -> looking.scores()
                        .map(table -> went(
                                scoreQuestionnaire.by(
                                        actor, new ScoreQuestionnaire.Command(key, client, filledIn(table.scores()))),
                                client,
                                kept -> new TakenRows(kept.added(), kept.flag()))))
                .flatMap(taken -> taken);
    }

    private static List<TakeCheckIns.GivenElsewhere> given(List<CheckInOfRow> rows) {
        return rows.stream()
                .map(row -> new TakeCheckIns.GivenElsewhere(row.at(), row.answers()))
                .toList();
    }

    private static List<TakeBodyMaps.Drawn> drawn(List<MapOfRow> rows) {
        return rows.stream()
                .map(row -> new TakeBodyMaps.Drawn(row.at(), row.pain()))
                .toList();
    }

    private static List<ScoreQuestionnaire.Score> filledIn(List<ScoreOfRow> rows) {
        return rows.stream()
                .map(row -> new ScoreQuestionnaire.Score(row.key(), row.day(), row.score()))
                .toList();
    }

    private static <T> Optional<TakenRows> went(Answer<T> answer, Id<Client> client, Function<T, TakenRows> rows) {
        return switch (answer) {
            case Answer.Done<T> done -> Optional.of(rows.apply(done.kept()));
            case Answer.Again<T> again -> Optional.of(rows.apply(again.kept()));
            case Answer.Other<T> other -> Optional.empty();
            case Answer.Changed<T> changed -> Optional.empty();
            case Answer.No<T> no -> throw new Refused(no.rule(), client);
        };
    }
}
