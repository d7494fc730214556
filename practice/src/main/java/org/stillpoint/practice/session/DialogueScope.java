package org.stillpoint.practice.session;

import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.account.SessionHabits;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;

/** Who may mark what they did in talk: within their scope of practice, under their own name. */
final class DialogueScope {

    private DialogueScope() {}

    /** What is meant, with whose account marks it; other moments as they are. */
    static Moment said(Actor actor, Moment meant) {
        return meant instanceof Moment.Dialogue(var what, var nobody)
                ? new Moment.Dialogue(what, actor.ownAccount())
                : meant;
    }

    /** @throws Refused if it is psychotherapy, and they are not licensed for it */
    static void require(Records records, Actor actor, Id<Session> session, Moment meant) {
        if (meant instanceof Moment.Dialogue(var what, var by)) {
            SessionHabits own = actor.ownAccount()
                    .map(account -> records.habits().get(account))
                    .orElse(SessionHabits.USUAL);
            if (!what.isOpenTo(own)) {
                throw new Refused(Rule.NOT_LICENSED_FOR_PSYCHOTHERAPY, session);
            }
        }
    }
}
