package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.plan.SlowerReason;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;

/** What every keeping does with the plans of sessions. */
public interface SessionPlansContract extends Practice {
    Site NECK = new Site.RegionSite(new RegionCode("X206"));
    Site HIP = new Site.RegionSite(new RegionCode("X219"));
    Site SHOULDER = new Site.RegionSite(new RegionCode("X207"));
    Site TRAPEZIUS = new Site.MuscleSite(new MuscleId("trapezius_middle_left"));
    LocalDate DAY = LocalDate.of(2026, 3, 2);

    private static PlanDraft draft() {
        return new PlanDraft(
                List.of(
                        new PlannedPlace(NECK, PlanReason.UNFINISHED, DAY, true),
                        new PlannedPlace(TRAPEZIUS, PlanReason.TRACED, DAY, false),
                        new PlannedPlace(HIP, PlanReason.TOLD, DAY, false)),
                List.of(new LeftOutPlace(SHOULDER, LeftOutReason.NEVER_WELCOME, DAY)),
                List.of(new Slower(SlowerReason.STOPPED, DAY)));
    }

    private static PlanChoice choice() {
        return new PlanChoice(
                Map.of(NECK, PlanTurn.NOT_TODAY, HIP, PlanTurn.MOVED_UP),
                List.of(SHOULDER),
                OptionalInt.of(25),
                new PrivateText("slowly"));
    }

    private SessionPlan plan(Client client) {
        SessionPlan plan = SessionPlan.begun(Id.random(), client.id(), draft(), choice(), now());
        records().sessionPlans().add(plan);
        return plan;
    }

    @Test
    default void plan_added_isKeptAsItWas_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        SessionPlan plan = plan(ann);
        records().sessionPlans().add(plan);
        reopen();
        assertThat(records().sessionPlans().list(ann.id())).containsExactly(plan);
        assertThat(records().sessionPlans().findOpen(ann.id())).contains(plan);
        assertThat(records().sessionPlans().list(addClient("Bea").id())).isEmpty();
        assertThatThrownBy(() -> records()
                        .sessionPlans()
                        .add(SessionPlan.begun(plan.id(), ann.id(), draft(), PlanChoice.NONE, now())))
                .isInstanceOf(AlreadyThere.class);
        records().clients().erase(ann.id());
        assertThat(records().sessionPlans().list(ann.id())).isEmpty();
    }

    @Test
    default void plan_changed_untilItsSessionStarts_isThenKeptWithIt() {
        Client ann = addClient("Ann");
        SessionPlan plan = plan(ann);
        clock().pass(Duration.ofMinutes(5));
        SessionPlan changed = records().sessionPlans().update(plan.with(draft(), PlanChoice.NONE, now()));
        assertThat(changed.choice()).isEqualTo(PlanChoice.NONE);
        assertThat(changed.keptAt()).isEqualTo(now());
        assertThatThrownBy(() -> records().sessionPlans().update(plan.with(draft(), choice(), now())))
                .isInstanceOf(StaleRecord.class);

        Session session = startSession(ann);
        SessionPlan held = records().sessionPlans().update(changed.of(Optional.of(session.id())));
        reopen();
        assertThat(records().sessionPlans().findOpen(ann.id())).isEmpty();
        assertThat(records().sessionPlans().findOf(ann.id(), session.id())).contains(held);
        assertThatThrownBy(() -> held.with(draft(), choice(), now())).isInstanceOf(Refused.class);
        records().sessionPlans().remove(ann.id(), held.id(), held.version());
        assertThat(records().sessionPlans().list(ann.id())).isEmpty();
    }

    @Test
    default void order_isWhatWasMovedUp_thenOnesOwn_thenAsPlanned() {
        SessionPlan plan = plan(addClient("Ann"));
        assertThat(plan.order()).containsExactly(HIP, SHOULDER, TRAPEZIUS);
        assertThat(plan.with(draft(), PlanChoice.NONE, now()).order()).containsExactly(NECK, TRAPEZIUS, HIP);
        assertThatThrownBy(() -> new PlanChoice(Map.of(), List.of(), OptionalInt.of(0), PrivateText.NONE))
                .isInstanceOf(BadValue.class);
    }
}
