package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today.Counts;

/** What every keeping tells of the practice at one glance. */
public interface TodayContract extends Practice {

    private CheckIn checkIn(Client client, Instant at, String worse) {
        Score0To10 one = Score0To10.of(1);
        Answers answers = new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText(worse));
        CheckIn given = CheckIn.given(client.id(), answers, at);
        records().checkIns().add(given);
        return given;
    }

    private Client addLater(String name) {
        clock().pass(Duration.ofMinutes(1));
        return addClient(name);
    }

    private static List<String> names(List<Standing> standings) {
        return standings.stream()
                .map(standing -> standing.client().name().value())
                .toList();
    }

    @Test
    default void today_ofAnEmptyPractice_isEmpty() {
        assertThat(records().today().count()).isEqualTo(new Counts(0, 0, 0));
        assertThat(records().today().listOpen(9)).isEmpty();
        assertThat(records().today().listWorse(0, 9)).isEmpty();
        assertThat(records().today().listRecent(9)).isEmpty();
        assertThat(records().today().list(List.of(Id.random()))).isEmpty();
    }

    @Test
    default void standing_ofAClient_tellsSessionsAndCheckIns() {
        Client ann = addClient("Ann");
        assertThat(records().today().listRecent(9))
                .containsExactly(new Standing(ann, Optional.empty(), Optional.empty(), Optional.empty(), 0, false));
        Session session = startSession(ann);
        clock().pass(Duration.ofMinutes(1));
        checkIn(ann, now(), "numb");
        checkIn(ann, now().minusSeconds(30), "");

        assertThat(records().today().list(List.of(ann.id())))
                .containsExactly(new Standing(
                        ann,
                        Optional.of(session.id()),
                        Optional.of(session.startedAt().truncatedTo(ChronoUnit.MILLIS)),
                        Optional.of(now().truncatedTo(ChronoUnit.MILLIS)),
                        2,
                        true));
    }

    /** However many have waited longer with something worse. */
    @Test
    default void listWorse_tellsRedFlagsFirst_overItsPages() {
        checkIn(addClient("Ann"), now(), "numb");
        checkIn(addLater("Bea"), now(), "dizzy");
        Client cara = addLater("Cara");
        checkIn(addLater("Dora"), now().plusSeconds(1), "stiff");
        records()
                .redFlags()
                .add(RedFlag.told(
                        Id.random(),
                        cara.id(),
                        now().plusSeconds(2),
                        FlagOrigin.CHECK_IN,
                        Set.of(SafetyContract.condition("chest-pain-or-breathlessness"))));
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Cara", "Ann", "Bea", "Dora");
        assertThat(names(records().today().listWorse(0, 2))).containsExactly("Cara", "Ann");
        assertThat(names(records().today().listWorse(1, 2))).containsExactly("Ann", "Bea");
        assertThat(names(records().today().listWorse(3, 9))).containsExactly("Dora");
    }

    @Test
    default void worse_isOpenUntilSomebodyHasWrittenWhatWasDone_whateverIsSaidLater() {
        Client ann = addClient("Ann");
        Client bea = addLater("Bea");
        Client cara = addLater("Cara");
        CheckIn numb = checkIn(ann, now(), "numb");
        CheckIn dizzy = checkIn(bea, now().plusMillis(1), "dizzy");
        CheckIn good = checkIn(bea, now().plusSeconds(1), "");
        checkIn(cara, now().plusSeconds(2), "stiff");
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Ann", "Bea", "Cara");
        assertThat(names(records().today().listWorse(0, 1))).containsExactly("Ann");
        assertThat(names(records().today().listWorse(1, 1))).containsExactly("Bea");
        assertThat(names(records().today().listWorse(2, 9))).containsExactly("Cara");
        assertThat(records().today().count()).isEqualTo(new Counts(3, 0, 3));
        assertThat(records().checkIns().listOpen(List.of(ann.id(), bea.id()))).containsExactlyInAnyOrder(numb, dizzy);

        FollowUp rang = new FollowUp(now(), Optional.empty(), new PrivateText("rang her"));
        CheckIn seenTo = records().checkIns().update(dizzy.followedBy(Optional.of(rang)));
        assertThat(records().checkIns().find(bea.id(), dizzy.id())).contains(seenTo);
        assertThat(seenTo.followUp()).contains(rang);
        assertThat(records().checkIns().listOpen(List.of(bea.id()))).isEmpty();
        records().clients().erase(cara.id());
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Ann");
        assertThat(records().today().count()).isEqualTo(new Counts(2, 0, 1));

        records().checkIns().update(seenTo.with(saying("dizzy and sick")));
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Ann", "Bea");
        records().checkIns().remove(bea.id(), dizzy.id(), new Version(3));
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Ann");
        records().checkIns().update(good.with(saying("worse after all")));
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Ann", "Bea");
    }

    @Test
    default void worse_byVerdict_isOpenAsWhatIsSaidIs_andStaysKeptAsSuch() {
        Client ann = addClient("Ann");
        CheckIn turned = records().checkIns().update(checkIn(ann, now(), "").turningWorse(true));
        assertThat(turned.turnedWorse()).isTrue();
        assertThat(records().checkIns().find(ann.id(), turned.id())).contains(turned);
        assertThat(records().checkIns().listOpen(List.of(ann.id()))).containsExactly(turned);
        assertThat(names(records().today().listWorse(0, 9))).containsExactly("Ann");

        FollowUp rang = new FollowUp(now(), Optional.empty(), new PrivateText("rang her"));
        CheckIn seenTo = records().checkIns().update(turned.followedBy(Optional.of(rang)));
        assertThat(seenTo.turnedWorse()).isTrue();
        assertThat(records().today().listWorse(0, 9)).isEmpty();
    }

    private static Answers saying(String worse) {
        return new Answers(
                Score0To10.NONE,
                Score0To10.NONE,
                Score0To10.NONE,
                Score0To10.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateText(worse));
    }

    @Test
    default void openAndRecent_areTheLatestFirst() {
        Client ann = addClient("Ann");
        Client bea = addLater("Bea");
        Client cara = addLater("Cara");
        assertThat(names(records().today().listRecent(2))).containsExactly("Cara", "Bea");
        clock().pass(Duration.ofMinutes(1));
        Session first = startSession(bea);
        clock().pass(Duration.ofMinutes(1));
        startSession(ann);

        assertThat(names(records().today().listOpen(9))).containsExactly("Ann", "Bea");
        assertThat(records().today().count()).isEqualTo(new Counts(3, 2, 0));
        assertThat(names(records().today().listRecent(9))).containsExactly("Ann", "Bea", "Cara");
        end(first);
        assertThat(names(records().today().listOpen(9))).containsExactly("Ann");
        assertThat(names(records().today().list(List.of(cara.id(), Id.random(), ann.id()))))
                .containsExactly("Cara", "Ann");
    }
}
