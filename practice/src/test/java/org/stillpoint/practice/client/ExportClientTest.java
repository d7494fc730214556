package org.stillpoint.practice.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.ClientFile.StaffMember;
import org.stillpoint.record.work.UnitOfWork;

/** What is read of one client to leave, who stands in it, and who may. */
class ExportClientTest {
    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final ExportClient export = new ExportClient(work, records.audit(), clock);
    private final Account owner = account("owner", Role.OWNER);
    private final Account desk = account("desk", Role.ASSISTANT);

    private Account account(String name, Role role) {
        Account account = Account.added(new SignInName(name), "{kind}hash", role, Instant.EPOCH);
        records.accounts().add(account);
        return account;
    }

    private static Actor person(Account account) {
        return new Actor.Person(account.id(), account.role());
    }

    private Id<Client> add(String name) {
        Id<Client> id = Id.random();
        new AddClient(work, clock)
                .by(person(owner), new AddClient.Command(id, new PrivateText(name), OptionalInt.empty(), false));
        new TellEvent(work, clock)
                .by(
                        person(owner),
                        new TellEvent.Command(
                                Id.random(), id, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION));
        return id;
    }

    @Test
    void export_holdsOneClientWithWhoseWordStandsInIt_andIsAccountedFor() {
        Id<Client> ann = add("Ann");
        add("Bea");
        CheckIn worse = CheckIn.given(
                        ann,
                        new Answers(
                                Score0To10.of(5),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new PrivateText("the neck")),
                        clock.instant())
                .followedBy(Optional.of(
                        new FollowUp(clock.instant(), Optional.of(owner.id()), new PrivateText("rang them"))));
        records.checkIns().add(worse);

        ClientFile file = export.by(person(owner), ann);

        assertThat(file.client().name().value()).isEqualTo("Ann");
        assertThat(file.events()).hasSize(1);
        assertThat(file.checkIns()).containsExactly(worse);
        assertThat(file.staff()).extracting(StaffMember::account).containsExactly(owner.id());
        assertThat(records.audit().listOf(ann)).extracting(AuditEntry::act).contains(Act.EXPORT_CLIENT);
    }

    @Test
    void export_holdsPlansRequestsAndWhatTheClientNamed_asFarAsItWasHandedIn() {
        Id<Client> ann = add("Ann");
        SessionPlan plan = SessionPlan.begun(
                Id.random(), ann, new PlanDraft(List.of(), List.of(), List.of()), PlanChoice.NONE, clock.instant());
        records.sessionPlans().add(plan);
        ClientRequest asked = ClientRequest.asked(
                        Id.random(),
                        ann,
                        clock.instant(),
                        new RequestMatter.CorrectionAsked(new PrivateText("another year")))
                .followedBy(new FollowUp(clock.instant(), Optional.of(owner.id()), new PrivateText("mended")));
        records.clientRequests().add(asked);
        FilledQuestionnaire handedIn = named(ann, "climb stairs").handedIn(clock.instant());
        records.filledQuestionnaires().add(handedIn);
        records.filledQuestionnaires().add(named(ann, "not handed in yet"));

        ExportClient.ExportedClient exported = export.withAccount(person(owner), ann);

        assertThat(exported.file().plans()).containsExactly(plan);
        assertThat(exported.file().requests()).containsExactly(asked);
        assertThat(exported.file().goals()).containsExactlyElementsOf(ClientGoal.of(List.of(handedIn)));
        assertThat(exported.file().staff()).extracting(StaffMember::account).containsExactly(owner.id());
        assertThat(exported.account()).isEqualTo(records.audit().listOf(ann));
        assertThat(exported.account()).extracting(AuditEntry::act).endsWith(Act.EXPORT_CLIENT);
    }

    private FilledQuestionnaire named(Id<Client> client, String activity) {
        return FilledQuestionnaire.begun(
                Id.random(),
                client,
                "psfs",
                PracticeLanguage.ENGLISH,
                clock.instant(),
                List.of(new PrivateText(activity)));
    }

    @Test
    void account_byWhomMayNotReadIt_isNone() {
        Id<Client> ann = add("Ann");

        assertThatThrownBy(() -> export.withAccount(person(desk), ann)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void export_atTheFrontDesk_isNotAllowed() {
        Id<Client> ann = add("Ann");

        assertThatThrownBy(() -> export.by(person(desk), ann)).isInstanceOf(NotAllowed.class);
    }
}
