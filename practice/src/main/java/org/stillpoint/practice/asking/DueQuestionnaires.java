package org.stillpoint.practice.asking;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Records;

/**
 * What is due of one client, by what was chosen for them. One that goes on is still due; one that was handed in, or whose score came in
 * by another way, was asked on that day.
 *
 * @param forms all that can be asked for, in the order in which they are offered
 * @param plan what was chosen
 * @param filled all that were asked for, handed in or not
 * @param scores also of those that were filled in elsewhere
 * @param sessionsHeld how many sessions were begun
 * @param language in which the client reads
 * @param zone in which days are counted
 */
public record DueQuestionnaires(
        List<AskedForm> forms,
        QuestionnairePlan plan,
        List<FilledQuestionnaire> filled,
        List<QuestionnaireScore> scores,
        int sessionsHeld,
        PracticeLanguage language,
        ZoneId zone) {

    /** Days; own choice, 2026: every two weeks, which is how far PHQ-9 and GAD-7 ask back. */
    public static final int EVERY_DAYS = 14;

    /** What is due today, within what is read or done anyway. */
    public static List<DueQuestionnaire> now(Records records, Id<Client> client, Clock clock) {
        return records.questionnairePlans().get(client).asked().isEmpty()
                ? List.of()
                : of(records, client, ClientLanguage.of(records, client), clock.getZone())
                        .on(LocalDate.now(clock));
    }

    private static DueQuestionnaires of(Records records, Id<Client> client, PracticeLanguage language, ZoneId zone) {
        return new DueQuestionnaires(
                AskedForm.offered(records),
                records.questionnairePlans().get(client),
                records.filledQuestionnaires().list(client),
                records.questionnaireScores().list(client),
                records.sessions().heads(client).size(),
                language,
                zone);
    }

    /** In the order in which they are offered, those alone that there is a wording for in the client's language. */
    public List<DueQuestionnaire> on(LocalDate today) {
        List<DueQuestionnaire> due = new ArrayList<>();
        for (AskedForm form : forms) {
            if (form.isWordedIn(language)) {
                moment(form.instrument(), today)
                        .ifPresent(moment -> due.add(new DueQuestionnaire(form, moment, lastAsked(form.instrument()))));
            }
        }
        return due;
    }

    private Optional<AskMoment> moment(String instrument, LocalDate today) {
        Optional<LocalDate> last = lastAsked(instrument);
        return Stream.of(AskMoment.values())
                .filter(moment -> plan.asks(instrument, moment)
                        && switch (moment) {
                            case BEFORE_FIRST -> sessionsHeld == 0 && last.isEmpty();
                            case EVERY_TWO_WEEKS ->
                                last.isEmpty()
                                        || !last.get().plusDays(EVERY_DAYS).isAfter(today);
                            case AT_END ->
                                plan.end()
                                        .filter(end -> !end.isAfter(today)
                                                && last.filter(day -> !day.isBefore(end))
                                                        .isEmpty())
                                        .isPresent();
                        })
                .findFirst();
    }

    private Optional<LocalDate> lastAsked(String instrument) {
        Stream<LocalDate> here = filled.stream()
                .filter(one -> one.instrument().equals(instrument))
                .flatMap(one -> one.handedInAt().stream())
                .map(at -> LocalDate.ofInstant(at, zone));
        Stream<LocalDate> elsewhere = scores.stream()
                .filter(one -> one.instrument().equals(instrument))
                .map(QuestionnaireScore::day);
        return Stream.concat(here, elsewhere).max(Comparator.naturalOrder());
    }
}
