package org.stillpoint.practice.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.people.EndAccount;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.api.ApiGrant;
import org.stillpoint.record.api.ApiScope;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;

/** Who reads by FHIR: as long as the practice is open, the grant lasts and who made it may; and of whom. */
class ApiGrantTest {
    private static final Actor DOOR = Actor.program(Actor.ProgramPart.DOOR);
    private static final String HASH = "a".repeat(64);

    private final PeopleInMemory people = new PeopleInMemory();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> sams = people.add(sam, "Ann Example", OptionalInt.empty());
    private final Id<Client> kims = people.add(kim, "Ben Example", OptionalInt.empty());
    private final OpenApi open = new OpenApi(people.work());
    private final MakeApiToken make = new MakeApiToken(people.work(), people.clock());
    private final RegisterApiProgram register = new RegisterApiProgram(people.work(), people.clock());
    private final EndApiGrant end = new EndApiGrant(people.work(), people.clock());
    private final ApiGrantReading grants = new ApiGrantReading(people.work(), people.clock());
    private final ApiReading reading =
            new ApiReading(people.work(), people.records().audit(), people.clock());

    @BeforeEach
    void openToPrograms() {
        open.by(by(owner), new OpenApi.Command(Id.random(), true));
    }

    private Id<ApiGrant> token(Account whose, String hash) {
        Answer<Id<ApiGrant>> made = make.by(by(whose), new MakeApiToken.Command(Id.random(), hash, "a table", 30));
        return ((Answer.Done<Id<ApiGrant>>) made).kept();
    }

    private Actor program() {
        Answer<Id<ApiGrant>> made = register.by(
                by(owner),
                new RegisterApiProgram.Command(
                        Id.random(), "registry", "{\"keys\":[]}", Set.of(new ApiScope("Patient", true, true)), 30));
        return new Actor.Registered(((Answer.Done<Id<ApiGrant>>) made).kept());
    }

    @Test
    void token_readsAsItsOwner_andNobodyElses() {
        token(sam, HASH);
        Actor reader = grants.token(DOOR, HASH).orElseThrow();

        assertThat(reader).isEqualTo(by(sam));
        assertThat(reading.clients(reader))
                .extracting(ApiReading.SeenClient::id)
                .containsExactly(sams);
        assertThat(reading.file(reader, sams).file().client().id()).isEqualTo(sams);
        assertThatThrownBy(() -> reading.file(reader, kims)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.person(reader, kims)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void reading_standsInTheAccount_byWhoeverRead() {
        Actor program = program();
        reading.person(program, kims);
        reading.file(by(owner), sams);

        assertThat(people.records().audit().latest(2))
                .extracting(AuditEntry::act)
                .containsOnly(Act.READ_BY_API);
        assertThat(people.records().audit().latest(2))
                .extracting(AuditEntry::actor)
                .containsExactly(by(owner), program);
    }

    @Test
    void account_isReadByWhoReachesTheClient_andHoldsThatItWasRead() {
        token(sam, HASH);
        Actor reader = grants.token(DOOR, HASH).orElseThrow();

        assertThat(reading.account(reader, sams).entries())
                .isEqualTo(people.records().audit().listOf(sams))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo(Act.READ_BY_API);
                    assertThat(entry.actor()).isEqualTo(by(sam));
                });
        assertThat(reading.everything(reader, sams).account())
                .isEqualTo(people.records().audit().listOf(sams));
        assertThatThrownBy(() -> reading.account(reader, kims)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.everything(reader, kims)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void changed_isWhenAnythingOfAClientWas() {
        Instant added = people.records().clients().get(sams).addedAt();
        people.clock().pass(Duration.ofHours(3));
        Instant before = reading.person(by(owner), sams).changed();
        assertThat(before)
                .isBetween(added.minusSeconds(1), people.clock().instant().minus(Duration.ofHours(2)));

        people.work()
                .run(
                        by(sam),
                        Deeds.of(
                                Act.CHANGE_CLIENT,
                                Id.random(),
                                sams,
                                new EndApiGrant.Command(Id.random(), Id.random())),
                        records -> "",
                        records -> "");
        assertThat(reading.person(by(owner), sams).changed()).isAfter(before.plus(Duration.ofHours(2)));
    }

    @Test
    void token_ofAClosedPractice_overOrEnded_orOfAnEndedAccount_opensNothing() {
        Id<ApiGrant> first = token(sam, HASH);
        assertThat(grants.token(DOOR, HASH)).isPresent();
        open.by(by(owner), new OpenApi.Command(Id.random(), false));
        assertThat(grants.token(DOOR, HASH)).isEmpty();
        open.by(by(owner), new OpenApi.Command(Id.random(), true));

        assertThatThrownBy(() -> end.by(by(kim), new EndApiGrant.Command(Id.random(), first)))
                .isInstanceOf(NotAllowed.class);
        end.by(by(sam), new EndApiGrant.Command(Id.random(), first));
        assertThat(grants.token(DOOR, HASH)).isEmpty();

        token(kim, "b".repeat(64));
        people.clock().pass(Duration.ofDays(30));
        assertThat(grants.token(DOOR, "b".repeat(64))).isEmpty();

        token(kim, "c".repeat(64));
        new EndAccount(people.work(), people.clock())
                .by(by(owner), new EndAccount.Command(Id.random(), kim.id(), Optional.of(sam.id())));
        assertThat(grants.token(DOOR, "c".repeat(64))).isEmpty();
    }

    @Test
    void program_readsEverybody_untilTheOwnerEndsIt_andDoesNothingElse() {
        Actor program = program();
        Id<ApiGrant> id = ((Actor.Registered) program).program();
        assertThat(grants.program(DOOR, id)).isPresent();
        assertThat(reading.clients(program))
                .extracting(ApiReading.SeenClient::id)
                .containsExactlyInAnyOrder(sams, kims);
        for (Act act : Act.values()) {
            assertThat(people.rights().may(program, act, Optional.of(sams)))
                    .as(act.name())
                    .isEqualTo(act == Act.READ_BY_API || act == Act.FIND_BY_API);
        }

        end.by(by(owner), new EndApiGrant.Command(Id.random(), id));
        assertThat(grants.program(DOOR, id)).isEmpty();
        assertThatThrownBy(() -> reading.clients(program)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void grants_areMadeByWhoMayAlone_andShownToWhoMade() {
        assertThatThrownBy(() -> token(desk, HASH)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> open.by(by(sam), new OpenApi.Command(Id.random(), true)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> register.by(
                        by(sam),
                        new RegisterApiProgram.Command(
                                Id.random(), "x", "{}", Set.of(new ApiScope("*", true, true)), 30)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> make.by(by(sam), new MakeApiToken.Command(Id.random(), HASH, "x", 367)))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> end.by(by(owner), new EndApiGrant.Command(Id.random(), Id.random())))
                .isInstanceOf(NoSuchRecord.class);

        token(sam, HASH);
        assertThat(grants.by(by(sam)).tokens()).hasSize(1);
        assertThat(grants.by(by(kim)).tokens()).isEmpty();
        assertThat(grants.by(by(kim)).others()).isEmpty();
        assertThat(grants.by(by(owner)).others()).hasSize(1);
        assertThatThrownBy(() -> grants.by(by(desk))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void token_sentTwice_isMadeOnce() {
        MakeApiToken.Command command = new MakeApiToken.Command(Id.random(), HASH, "a table", 30);
        assertThat(make.by(by(sam), command)).isInstanceOf(Answer.Done.class);
        assertThat(make.by(by(sam), new MakeApiToken.Command(command.key(), "b".repeat(64), "a table", 30)))
                .isInstanceOf(Answer.Again.class);
        assertThat(grants.by(by(sam)).tokens()).hasSize(1);
        assertThat(grants.token(DOOR, "b".repeat(64))).isEmpty();
    }
}
