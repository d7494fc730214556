package org.stillpoint.web.session;

import java.util.List;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.SignToStop;
import org.stillpoint.record.session.SpontaneousSign;
import org.stillpoint.record.setting.SessionTimer;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.ArcingWords;
import org.stillpoint.words.Message;

/**
 * A session that goes on.
 *
 * @param head whose
 * @param id the session
 * @param key with which the browser encrypts what waits there, base64
 * @param startedAtMillis its start, ms since 1970
 * @param nowMillis the server's clock when the page was made, ms since 1970
 * @param timer when it marks the time
 * @param leftHand whether the page is mirrored
 * @param keys the mark of each learnt key, as JSON
 * @param arcsFirst whether the trace waits until it is opened
 * @param arcing what arcing says, as JSON; empty where nobody has arced
 * @param marks what has been marked and stands, the latest first
 * @param paused whether the work rests
 * @param stoppedAt when it was stopped, by the session's clock; empty where it goes on
 * @param withdrawn whether the client has taken their consent back: it does not go on
 * @param grounding what is gone through after a stop
 * @param techniques what hands may do at a place
 * @param site the site engaged last: a region's code or a muscle's id, or empty
 * @param siteName what that site is called, or empty
 * @param awareness the latest awareness, or empty
 * @param distress the latest distress, or empty
 * @param stopSign how the client says stop without a word, or empty
 * @param cautions what to be careful with, or empty
 * @param touch where touch is not simply welcome, in words
 * @param guarded the same by site, as JSON
 * @param answered what was asked first, and on whose word the session is held
 * @param dialogue what of the talk the reader may mark
 * @param flagged whether a red flag is open
 * @param traced whether pain is marked or a plan is kept, so that there are sites to offer
 * @param layers what lies on the body, as JSON
 * @param view from where the body is seen
 */
public record LivePage(
        ClientHead head,
        String id,
        String key,
        long startedAtMillis,
        long nowMillis,
        SessionTimer timer,
        boolean leftHand,
        String keys,
        boolean arcsFirst,
        String arcing,
        List<MarkRow> marks,
        boolean paused,
        String stoppedAt,
        boolean withdrawn,
        GroundingShown grounding,
        List<String> techniques,
        String site,
        String siteName,
        String awareness,
        String distress,
        String stopSign,
        String cautions,
        List<Message> touch,
        String guarded,
        List<Message> answered,
        List<DialogueKind> dialogue,
        boolean flagged,
        boolean traced,
        String layers,
        String view) {

    public ReleaseSign[] signs() {
        return ReleaseSign.values();
    }

    public SignToStop[] signsToStop() {
        return SignToStop.values();
    }

    public ArcWay[] ways() {
        return ArcWay.values();
    }

    /** What a way is called. */
    public ArcingWords called(ArcWay way) {
        return ArcingWords.valueOf(way.name());
    }

    public SpontaneousSign[] observations() {
        return SpontaneousSign.values();
    }
}
