package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.setting.PracticeLanguage;

/** What every keeping of answered questionnaires, and of what is asked when, does. */
public interface FilledQuestionnairesContract extends Practice {

    private FilledQuestionnaire begun(Client client, String instrument, String... activities) {
        FilledQuestionnaire begun = FilledQuestionnaire.begun(
                Id.random(),
                client.id(),
                instrument,
                PracticeLanguage.SPANISH,
                now(),
                Stream.of(activities).map(PrivateText::new).toList());
        records().filledQuestionnaires().add(begun);
        return begun;
    }

    @Test
    default void filled_addedAndAnswered_comesBackWhole_andOnlyForItsClient() {
        Client ann = addClient("Ann");
        FilledQuestionnaire begun = begun(ann, "phq9");
        records().filledQuestionnaires().add(begun);

        FilledQuestionnaire kept = records()
                .filledQuestionnaires()
                .update(begun.with(1, ItemAnswer.number(3), IntakeHand.CLIENT_BY_LINK, now())
                        .without(2, IntakeHand.CLIENT_HERE, now().plusSeconds(5)));

        assertThat(kept.answers()).isEqualTo(Map.of(1, ItemAnswer.number(3)));
        assertThat(kept.leftOut()).containsExactly(2);
        assertThat(kept.by()).contains(IntakeHand.CLIENT_HERE);
        assertThat(kept.version()).isEqualTo(Version.FIRST.next());
        assertThat(records().filledQuestionnaires().list(ann.id())).containsExactly(kept);
        assertThat(records().filledQuestionnaires().get(ann.id(), begun.id())).isEqualTo(kept);
        Client bea = addClient("Bea");
        assertThat(records().filledQuestionnaires().list(bea.id())).isEmpty();
        assertThat(records().filledQuestionnaires().find(bea.id(), begun.id())).isEmpty();
        assertThatThrownBy(() -> records()
                        .filledQuestionnaires()
                        .add(FilledQuestionnaire.begun(
                                begun.id(), ann.id(), "gad7", PracticeLanguage.GERMAN, now(), List.of())))
                .isInstanceOf(AlreadyThere.class);
    }

    @Test
    default void filled_handedIn_goesOnNoMore_andAnOlderViewIsRefused() {
        Client ann = addClient("Ann");
        FilledQuestionnaire begun = begun(ann, "gad7");
        FilledQuestionnaire open = begun(ann, "peg");
        records().filledQuestionnaires().update(begun.handedIn(now()));

        assertThat(records().filledQuestionnaires().listOpen(ann.id())).containsExactly(open);
        assertThatThrownBy(() -> records()
                        .filledQuestionnaires()
                        .update(begun.with(1, ItemAnswer.number(1), IntakeHand.THERAPIST, now())))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records()
                        .filledQuestionnaires()
                        .remove(ann.id(), open.id(), open.version().next()))
                .isInstanceOf(StaleRecord.class);
        records().filledQuestionnaires().remove(ann.id(), open.id(), open.version());
        assertThat(records().filledQuestionnaires().find(ann.id(), open.id())).isEmpty();
    }

    @Test
    default void activities_areKeptWordForWord_andAnswersStayWithThem() {
        Client ann = addClient("Ann");
        FilledQuestionnaire begun = begun(ann, "psfs", "climb stairs", "carry the child");
        FilledQuestionnaire answered = records()
                .filledQuestionnaires()
                .update(begun.with(1, ItemAnswer.number(4), IntakeHand.THERAPIST, now())
                        .with(2, ItemAnswer.number(7), IntakeHand.THERAPIST, now()));

        FilledQuestionnaire kept = records()
                .filledQuestionnaires()
                .update(answered.about(
                        List.of(new PrivateText("carry the child"), new PrivateText("sleep on the left side")),
                        IntakeHand.THERAPIST,
                        now()));

        assertThat(kept.answers()).isEqualTo(Map.of(1, ItemAnswer.number(7)));
        assertThat(records().filledQuestionnaires().get(ann.id(), begun.id()).activities())
                .containsExactly(new PrivateText("carry the child"), new PrivateText("sleep on the left side"));
    }

    @Test
    default void filled_ofNobody_orWithTooMuch_isRefused() {
        Client ann = addClient("Ann");
        assertThatThrownBy(() -> records()
                        .filledQuestionnaires()
                        .add(FilledQuestionnaire.begun(
                                Id.random(), Id.random(), "peg", PracticeLanguage.ENGLISH, now(), List.of())))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> begun(ann, "psfs", "a", "b", "c", "d", "e", "f"))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> begun(ann, "psfs", "")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> begun(ann, "PHQ-9")).isInstanceOf(BadValue.class);
    }

    @Test
    default void whatIsAsked_isKeptForEachClient_andAnOlderViewIsRefused() {
        Client ann = addClient("Ann");
        QuestionnairePlan none = records().questionnairePlans().get(ann.id());
        assertThat(none.asked()).isEmpty();

        QuestionnairePlan kept = records()
                .questionnairePlans()
                .keep(none.with(
                        Map.of(
                                "peg",
                                Set.of(AskMoment.BEFORE_FIRST, AskMoment.EVERY_TWO_WEEKS),
                                "pgic",
                                Set.of(AskMoment.AT_END),
                                "gad7",
                                Set.of()),
                        Optional.of(LocalDate.of(2026, 5, 1))));

        assertThat(records().questionnairePlans().get(ann.id())).isEqualTo(kept);
        assertThat(kept.asked()).containsOnlyKeys("peg", "pgic");
        assertThat(kept.asks("peg", AskMoment.EVERY_TWO_WEEKS)).isTrue();
        assertThat(kept.asks("peg", AskMoment.AT_END)).isFalse();
        assertThat(records().questionnairePlans().get(addClient("Bea").id()).asked())
                .isEmpty();
        assertThatThrownBy(() -> records().questionnairePlans().keep(none.with(Map.of(), Optional.empty())))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().questionnairePlans().keep(QuestionnairePlan.none(Id.random())))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void allOfIt_ofAnErasedClient_isGone() {
        Client ann = addClient("Ann");
        FilledQuestionnaire begun = begun(ann, "peg");
        records()
                .questionnairePlans()
                .keep(QuestionnairePlan.none(ann.id()).with(Map.of("peg", Set.of(AskMoment.AT_END)), Optional.empty()));

        records().clients().erase(ann.id());

        assertThat(records().filledQuestionnaires().find(ann.id(), begun.id())).isEmpty();
        assertThat(records().questionnairePlans().get(ann.id()).asked()).isEmpty();
    }
}
