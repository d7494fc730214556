package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.followup.FollowUpRow;
import org.stillpoint.web.request.RequestRow;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Message;

/**
 * One client's whole story on one screen.
 *
 * @param head who
 * @param sentence the latest sentence on how it goes
 * @param layers what lies on the body now, as JSON
 * @param view from where the body is seen
 * @param story on one scale of time, and in words
 * @param leavesOut whether the story has earlier check-ins or maps that are not shown
 * @param suggested the one act that is suggested, and why
 * @param acts what can be done, always in this order
 * @param latest the latest check-in in a few words, or empty
 * @param toAsk the follow-up that is due
 * @param asked what they asked of the practice and nobody has answered yet
 * @param matters what is open with this client: what they said is worse, with its day
 */
public record ClientPage(
        ClientHead head,
        Message sentence,
        String layers,
        String view,
        StoryTime story,
        boolean leavesOut,
        PageAct suggested,
        List<PageAct> acts,
        List<Message> latest,
        Optional<FollowUpRow> toAsk,
        List<RequestRow> asked,
        List<Message> matters) {

    /**
     * Something that can be done.
     *
     * @param what what
     * @param why why now, or how it stands; or empty
     * @param address where
     */
    public record PageAct(Message what, Optional<Message> why, String address) {

        PageAct(Message what, Message why, String address) {
            this(what, Optional.of(why), address);
        }

        PageAct(Message what, String address) {
            this(what, Optional.empty(), address);
        }
    }
}
