package org.stillpoint.record.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.ReleasedNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.touch.TouchMap;

/**
 * What one client's record says to the world outside, in its own words. Therapists' own notes are not in it, and no process note but those that
 * their authors let leave: nothing that is made of this can tell them.
 *
 * @param madeAt when it was read
 * @param practice what the practice is called; may be empty
 * @param therapist whose client it is; empty where they are nobody's
 * @param staff whose word stands in it
 * @param imported what they handed in of questionnaires that the practice imported, the earliest first
 * @param touchMap the one that holds
 * @param notes those that wait to be signed too
 * @param released the process notes that their authors let leave
 * @param plans what was planned before sessions, the one for the session to come too
 */
public record ClientFile(
        Instant madeAt,
        String practice,
        Optional<Id<Account>> therapist,
        List<StaffMember> staff,
        Client client,
        ContactDetails contact,
        List<TraumaEvent> events,
        List<BodyMap> bodyMaps,
        List<CheckIn> checkIns,
        List<QuestionnaireScore> scores,
        List<FilledImported> imported,
        List<Examination> examinations,
        List<SafetyCheck> safetyChecks,
        List<RedFlag> redFlags,
        ConsentHistory consents,
        Optional<TouchMap> touchMap,
        List<Session> sessions,
        List<SessionNote> notes,
        List<ReleasedNote> released,
        List<Appointment> appointments,
        List<SessionPlan> plans,
        List<ClientGoal> goals,
        List<ClientRequest> requests) {

    /** Somebody of the practice, without what they sign in with. */
    public record StaffMember(Id<Account> account, SignInName name, Role role, boolean isActive) {
        public static StaffMember of(Account account) {
            return new StaffMember(account.id(), account.signInName(), account.role(), !account.isEnded());
        }
    }
}
