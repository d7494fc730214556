package org.stillpoint.record.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.plan.ClientGoal.GoalAsked;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.setting.PracticeLanguage;

/** What clients name themselves is told from the questionnaires in which they did, the same words as one. */
class ClientGoalTest {
    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final Id<Client> ann = Id.random();

    private FilledQuestionnaire begun(String... activities) {
        return FilledQuestionnaire.begun(
                Id.random(),
                ann,
                "psfs",
                PracticeLanguage.ENGLISH,
                START,
                Arrays.stream(activities).map(PrivateText::new).toList());
    }

    private static Instant after(int days) {
        return START.plus(Duration.ofDays(days));
    }

    @Test
    void goals_namedAgain_areOne_andThoseThatTheLatestDoesNotAskAboutAreAskedNoMore() {
        FilledQuestionnaire first = begun("climb stairs", "carry the child").handedIn(after(1));
        FilledQuestionnaire second =
                begun("carry the child", "sleep on the side").handedIn(after(15));

        assertThat(ClientGoal.of(List.of(second, first)))
                .containsExactly(
                        new ClientGoal(
                                ann,
                                1,
                                new PrivateText("climb stairs"),
                                List.of(new GoalAsked(first.id(), after(1))),
                                false),
                        new ClientGoal(
                                ann,
                                2,
                                new PrivateText("carry the child"),
                                List.of(new GoalAsked(first.id(), after(1)), new GoalAsked(second.id(), after(15))),
                                true),
                        new ClientGoal(
                                ann,
                                2,
                                new PrivateText("sleep on the side"),
                                List.of(new GoalAsked(second.id(), after(15))),
                                true));
    }

    @Test
    void goals_ofWhatWasNotHandedInOrAsksAboutNoActivity_areNone() {
        FilledQuestionnaire another = FilledQuestionnaire.begun(
                        Id.random(), ann, "peg", PracticeLanguage.ENGLISH, START, List.of())
                .handedIn(after(20));
        FilledQuestionnaire named = begun("climb stairs").handedIn(after(1));

        assertThat(ClientGoal.of(List.of(begun("typed and not sent")))).isEmpty();
        assertThat(ClientGoal.of(List.of(named, another)))
                .singleElement()
                .matches(ClientGoal::isAskedStill, "another questionnaire says nothing of it");
    }
}
