package org.stillpoint.words;

import java.util.Set;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.evidence.diary.CoreDomain;
import org.stillpoint.practice.casereport.NamingPassage.NamingKind;
import org.stillpoint.practice.casereport.TrialItem;
import org.stillpoint.practice.mail.MailReach;
import org.stillpoint.practice.outcome.PlanFollowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.account.KeyMark;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.client.LyingPosition;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.client.RoomWish;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.followup.WayOfAsking;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.literature.KindOfEffect;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.session.AfterStop;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.setting.MailTls;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;

/**
 * The name of a value that another room knows by a constant, such as a kind of event. The names stand in
 * {@code named_en.properties} under the constant's type and name.
 *
 * @param value of one of {@link #KINDS}
 */
public record Named(Enum<?> value) implements Message {

    /** The types whose constants have names for people. */
    static final Set<Class<? extends Enum<?>>> KINDS = Set.of(
            Act.class,
            NamingKind.class,
            TrialItem.class,
            Actor.ProgramPart.class,
            AuditEntry.Outcome.class,
            EventKind.class,
            Mechanism.class,
            ForceDirection.class,
            PainQuality.class,
            Provenance.class,
            ReleaseSign.class,
            SpontaneousSign.class,
            SignToStop.class,
            KeyMark.class,
            AfterStop.class,
            Refused.Rule.class,
            Role.class,
            LyingPosition.class,
            RoomWish.class,
            Psychotherapy.class,
            LinkPurpose.class,
            MailTls.class,
            MailFault.class,
            MailReach.WhyNot.class,
            ConsentBlock.class,
            SensitiveArea.class,
            ConsentTerm.class,
            TouchWish.class,
            WayOfAsking.class,
            DialogueKind.class,
            PlanTurn.class,
            PlanFollowed.class,
            CoreDomain.class,
            KindOfEffect.class,
            Evidence.class);

    public Named {
        if (!KINDS.contains(value.getDeclaringClass())) {
            throw new IllegalArgumentException(value.getDeclaringClass().getName() + " has no names for people");
        }
    }

    @Override
    public MessageKey key() {
        return new MessageKey(
                "named",
                MessageKey.kebab(value.getDeclaringClass().getSimpleName()) + "." + MessageKey.kebab(value.name()));
    }
}
