package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.care.Bond;
import org.stillpoint.record.care.EmergencyAccess;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.Today.Counts;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.Sight;

/** Who treats whom, and what every list shows of it. */
public interface CareContract extends Practice {

    /** Everybody may do everything, and sees what they are said to see. */
    record Seeing(Sight whom) implements Rights {
        @Override
        public boolean may(Actor actor, Act act, Optional<Id<Client>> client) {
            return true;
        }

        @Override
        public Sight sight(Actor actor, Act act) {
            return whom;
        }
    }

    /** What the lists tell of the practice. */
    record Shown(
            List<String> all,
            List<String> found,
            int count,
            Counts counts,
            List<String> open,
            List<String> worse,
            List<String> recent,
            List<String> listed) {}

    private Account therapist(String name) {
        Account account = Account.added(new SignInName(name), "{kind}hash", Role.THERAPIST, now());
        records().accounts().add(account);
        return account;
    }

    private void saysWorse(Client client) {
        Score0To10 one = Score0To10.of(1);
        Answers answers = new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText("numb"));
        records().checkIns().add(CheckIn.given(client.id(), answers, now()));
    }

    private static List<String> names(List<Standing> standings) {
        return standings.stream().map(each -> each.client().name().value()).toList();
    }

    private static List<String> ofClients(List<Client> clients) {
        return clients.stream().map(each -> each.name().value()).toList();
    }

    private static Shown shown(Records records, List<Id<Client>> everybody) {
        return new Shown(
                ofClients(records.clients().list()),
                ofClients(records.clients().search("a", 9)),
                records.clients().count(),
                records.today().count(),
                names(records.today().listOpen(9)),
                names(records.today().listWorse(0, 9)),
                names(records.today().listRecent(9)),
                names(records.today().list(everybody)));
    }

    @Test
    default void client_isOneTherapistsAtATime_andSharedWithOthers() {
        Client ann = addClient("Ann");
        Account sam = therapist("sam");
        Account kim = therapist("kim");
        assertThat(records().care().findTherapist(ann.id())).isEmpty();
        assertThat(records().care().find(ann.id(), sam.id())).isEmpty();

        records().care().handOver(ann.id(), sam.id());
        records().care().share(ann.id(), kim.id());
        records().care().share(ann.id(), sam.id());
        assertThat(records().care().findTherapist(ann.id())).contains(sam.id());
        assertThat(records().care().find(ann.id(), sam.id())).contains(Bond.TREATS);
        assertThat(records().care().find(ann.id(), kim.id())).contains(Bond.SHARED);
        assertThat(records().care().listShared(ann.id())).containsExactly(kim.id());
        assertThat(records().care().listTreated(sam.id())).containsExactly(ann.id());
        assertThat(records().care().countTreated(sam.id())).isEqualTo(1);

        records().care().handOver(ann.id(), kim.id());
        assertThat(records().care().findTherapist(ann.id())).contains(kim.id());
        assertThat(records().care().find(ann.id(), sam.id())).isEmpty();
        assertThat(records().care().listShared(ann.id())).isEmpty();
        records().care().endShare(ann.id(), kim.id());
        assertThat(records().care().find(ann.id(), kim.id())).contains(Bond.TREATS);
        records().care().share(ann.id(), sam.id());
        records().care().endShare(ann.id(), sam.id());
        assertThat(records().care().find(ann.id(), sam.id())).isEmpty();
    }

    @Test
    default void running_isTheLastStarted_ofWhomOneTreatsAndOfNobody() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        Client cara = addClient("Cara");
        Id<Account> sam = therapist("sam").id();
        Id<Account> kim = therapist("kim").id();
        records().care().handOver(ann.id(), sam);
        records().care().handOver(bea.id(), kim);
        assertThat(records().today().findRunning(Optional.of(sam))).isEmpty();
        for (Client each : List.of(cara, ann, bea)) {
            clock().pass(Duration.ofMinutes(1));
            startSession(each);
        }

        assertThat(records().today().findRunning(Optional.of(sam)))
                .hasValueSatisfying(one -> assertThat(one.client()).isEqualTo(ann));
        assertThat(records().today().findRunning(Optional.of(kim)))
                .hasValueSatisfying(one -> assertThat(one.client()).isEqualTo(bea));
        assertThat(records().today().findRunning(Optional.empty()))
                .hasValueSatisfying(one -> assertThat(one.client()).isEqualTo(cara));
    }

    @Test
    default void care_ofNobody_isRefused_andGoesWithTheClient() {
        Client ann = addClient("Ann");
        Account sam = therapist("sam");
        assertThatThrownBy(() -> records().care().handOver(Id.random(), sam.id()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().care().handOver(ann.id(), Id.random()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().care().share(ann.id(), Id.random())).isInstanceOf(NoSuchRecord.class);

        records().care().handOver(ann.id(), sam.id());
        records().clients().erase(ann.id());
        assertThat(records().care().find(ann.id(), sam.id())).isEmpty();
        assertThat(records().care().listTreated(sam.id())).isEmpty();
    }

    @Test
    default void lists_withinAUnitOfWork_showWhomTheActorSees() {
        Account sam = therapist("sam");
        Account kim = therapist("kim");
        List<Client> clients = List.of(addClient("Ada"), addClient("Amy"), addClient("Ann"), addClient("Art"));
        records().care().handOver(clients.get(0).id(), sam.id());
        records().care().handOver(clients.get(1).id(), kim.id());
        records().care().handOver(clients.get(2).id(), kim.id());
        records().care().share(clients.get(2).id(), sam.id());
        for (Client client : clients) {
            clock().pass(Duration.ofMinutes(1));
            saysWorse(client);
            Session session = startSession(client);
            assertThat(session).isNotNull();
        }
        List<Id<Client>> everybody = clients.stream().map(Client::id).toList();
        List<String> own = List.of("Ada", "Ann");
        List<String> all = List.of("Ada", "Amy", "Ann", "Art");

        assertThat(seen(new Sight.OwnClients(sam.id()), everybody))
                .isEqualTo(new Shown(own, own, 2, new Counts(2, 2, 2), own.reversed(), own, own.reversed(), own));
        assertThat(seen(Sight.EVERYONE, everybody))
                .isEqualTo(new Shown(all, all, 4, new Counts(4, 4, 4), all.reversed(), all, all.reversed(), all));
        List<String> none = List.of();
        assertThat(seen(Sight.NOBODY, everybody))
                .isEqualTo(new Shown(none, none, 0, new Counts(0, 0, 0), none, none, none, none));
    }

    /** Read, and done: what is written meanwhile is seen alike. */
    @Test
    default void lists_whileAClientIsHandedOver_showThem() {
        Account sam = therapist("sam");
        Client ann = addClient("Ann");
        Actor who = new Actor.Person(sam.id(), Role.THERAPIST);
        Rights rights = new Seeing(new Sight.OwnClients(sam.id()));
        Deed deed = new Deed(Act.HAND_OVER_CLIENT, Id.random(), Optional.of(ann.id()), "");
        List<String> names = work(rights)
                .run(
                        who,
                        deed,
                        records -> {
                            assertThat(records.clients().list()).isEmpty();
                            records.care().handOver(ann.id(), sam.id());
                            return ofClients(records.clients().list());
                        },
                        records -> List.of());
        assertThat(names).containsExactly("Ann");
        assertThat(seen(new Sight.OwnClients(sam.id()), List.of()).all()).containsExactly("Ann");
    }

    @Test
    default void emergency_letsInForAWhile_andIsToldUntilItWasSeen() {
        Client ann = addClient("Ann");
        Account sam = therapist("sam");
        Account kim = therapist("kim");
        Instant at = now().truncatedTo(ChronoUnit.MILLIS);
        EmergencyAccess access = new EmergencyAccess(
                Id.random(), ann.id(), kim.id(), new PrivateText("a reason"), at, at.plus(Duration.ofHours(4)));
        records().emergencies().add(access, Set.of(sam.id()));
        records().emergencies().add(access, Set.of(sam.id()));

        assertThat(records().care().find(ann.id(), kim.id())).contains(Bond.EMERGENCY);
        assertThat(records().emergencies().listUntold(sam.id())).containsExactly(access);
        assertThat(records().emergencies().listUntold(kim.id())).isEmpty();
        assertThat(records().emergencies().list(ann.id())).containsExactly(access);
        records().emergencies().acknowledge(access.id(), kim.id());
        assertThat(records().emergencies().listUntold(sam.id())).containsExactly(access);
        records().emergencies().acknowledge(access.id(), sam.id());
        assertThat(records().emergencies().listUntold(sam.id())).isEmpty();

        clock().pass(Duration.ofHours(4));
        assertThat(records().care().find(ann.id(), kim.id())).isEmpty();
        records().clients().erase(ann.id());
        assertThat(records().emergencies().listUntold(sam.id())).isEmpty();
    }

    private Shown seen(Sight whom, List<Id<Client>> everybody) {
        return work(new Seeing(whom))
                .read(
                        Actor.program(Actor.ProgramPart.DEMO),
                        Act.SEE_TODAY,
                        Optional.empty(),
                        records -> shown(records, everybody));
    }
}
