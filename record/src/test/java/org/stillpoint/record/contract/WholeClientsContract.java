package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today.Counts;
import org.stillpoint.record.work.WholeClient;

/** What is added in one go is what is added one by one. */
public interface WholeClientsContract extends Practice {

    private WholeClient whole(String name) {
        Client client = Client.added(new PrivateText(name), OptionalInt.of(1980), now());
        SafetyCheck first = SafetyCheck.clear(client.id(), now());
        SafetyCheck second = SafetyCheck.clear(client.id(), now().plusSeconds(90));
        Session ended = OpenSession.start(Id.random(), client.id(), first, now())
                .with(List.of(mark(now()), mark(now().plusSeconds(1))))
                .end(now().plusSeconds(60));
        Session open = OpenSession.start(Id.random(), client.id(), second, now().plusSeconds(90))
                .with(List.of(mark(now().plusSeconds(91))));
        TraumaEvent event = TraumaEvent.toldBeforeSession(client.id(), Practice.carAccident("fear"), now())
                .lockedBy(ended.id());
        Score0To10 one = Score0To10.of(1);
        return new WholeClient(
                client,
                List.of(event),
                List.of(BodyMap.drawn(client.id(), Map.of(DiaryContract.NECK, Score0To10.of(4)), now())),
                List.of(first, second),
                List.of(ended, open),
                List.of(
                        CheckIn.given(client.id(), Answers.of(one, one, one, one), now()),
                        CheckIn.given(client.id(), worse(one), now().plusSeconds(100))));
    }

    private static Mark mark(Instant at) {
        return new Mark(Id.random(), at, at, new Moment.Settled());
    }

    private static Answers worse(Score0To10 score) {
        return new Answers(
                score,
                score,
                score,
                score,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateText("sorer"));
    }

    private void isKept(WholeClient whole) {
        Id<Client> id = whole.client().id();
        assertThat(records().clients().get(id)).isEqualTo(whole.client());
        assertThat(records().history().list(id)).isEqualTo(whole.events());
        assertThat(records().bodyMaps().list(id)).isEqualTo(whole.bodyMaps());
        assertThat(records().safetyChecks().list(id)).isEqualTo(whole.safetyChecks());
        assertThat(records().sessions().list(id)).isEqualTo(whole.sessions());
        assertThat(records().checkIns().list(id)).isEqualTo(whole.checkIns());
    }

    @Test
    default void addAll_isReadLikeWhatIsAddedOneByOne() {
        WholeClient ann = whole("Ann");
        WholeClient bea = whole("Bea");
        Client before = addClient("Cara");

        records().wholeClients().addAll(List.of(ann, bea));
        isKept(ann);
        isKept(bea);
        reopen();

        isKept(ann);
        isKept(bea);
        assertThat(records().clients().search("")).containsExactly(ann.client(), bea.client(), before);
        assertThat(records().today().count()).isEqualTo(new Counts(3, 2, 2));
        assertThat(records().today().list(List.of(bea.client().id())))
                .containsExactly(new Standing(
                        bea.client(),
                        Optional.of(bea.sessions().getLast().id()),
                        Optional.of(bea.sessions().getLast().startedAt().truncatedTo(ChronoUnit.MILLIS)),
                        Optional.of(bea.checkIns().getLast().at().truncatedTo(ChronoUnit.MILLIS)),
                        2,
                        true));
    }

    @Test
    default void addAll_canBeGoneOnWith() {
        WholeClient ann = whole("Ann");
        records().wholeClients().addAll(List.of(ann));
        Session open = ann.sessions().getLast();

        Mark next = mark(open, new Moment.Settled());

        assertThat(kept(open).marks()).hasSize(2).last().isEqualTo(next);
    }

    @Test
    default void addAll_withSomebodyKnown_keepsNothingOfIt() {
        WholeClient ann = whole("Ann");
        WholeClient bea = whole("Bea");
        records().wholeClients().addAll(List.of(ann));

        assertThatThrownBy(() -> records().wholeClients().addAll(List.of(bea, ann)))
                .isInstanceOf(AlreadyThere.class);

        assertThat(records().clients().list()).containsExactly(ann.client());
        assertThat(records().clients().find(bea.client().id())).isEmpty();
        isKept(ann);
    }

    @Test
    default void wholeClient_withARecordOfAnother_isRefused() {
        WholeClient ann = whole("Ann");
        WholeClient bea = whole("Bea");

        assertThatThrownBy(
                        () -> new WholeClient(ann.client(), List.of(), bea.bodyMaps(), List.of(), List.of(), List.of()))
                .isInstanceOf(BadValue.class);
    }
}
