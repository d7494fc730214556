package org.stillpoint.web.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.SafetyQuestions;
import org.stillpoint.words.Message;

/**
 * Everything before one client comes in, on one screen.
 *
 * @param when when they come next
 * @param before how often they came so far
 * @param stopSign how the client says stop without a word, or empty
 * @param cautions what to be careful with, or empty
 * @param sentence how it goes
 * @param latest what the latest check-in says
 * @param matters what is open with them
 * @param said what else they said is worse since the last session
 * @param missing what is not known of them yet
 * @param traceable whether any pain is marked that can be traced
 * @param traceWaits whether the trace waits until it is opened, for the reader's hands point first
 * @param forecast what is sealed for this session, or can be
 * @param safety how they stand, and what a session still needs
 * @param lastChecked when it was asked last
 * @param checkId of the check that the session starts on
 * @param sessionId of the session to be started
 * @param consent what stands against a session, where no consent is in force
 * @param textChanged whether the practice says something else since the consent was signed
 * @param touch where touch is not simply welcome, in words
 * @param plan whether a plan is kept
 * @param openSession address of the session that goes on, or empty
 */
public record PreparePage(
        ClientHead head,
        Message when,
        Message before,
        String stopSign,
        String cautions,
        Message sentence,
        Message latest,
        List<Message> matters,
        List<Message> said,
        List<ClientPage.PageAct> missing,
        boolean traceable,
        boolean traceWaits,
        PreparedForecast forecast,
        PreparedSafety safety,
        Message lastChecked,
        String checkId,
        String sessionId,
        Optional<Message> consent,
        boolean textChanged,
        List<Message> touch,
        Message plan,
        String openSession) {

    /**
     * How a client stands before a session.
     *
     * @param said what was found and what is still needed; empty where all is still to be asked
     * @param ready whether a session can start on the check of today
     * @param toAsk whether everything is asked here; otherwise something stands against it, or is to be answered for
     * @param flagged whether a red flag is to be answered first
     * @param answered what was ever asked first, and on whose word
     * @param questions what is asked
     */
    public record PreparedSafety(
            List<Message> said,
            boolean ready,
            boolean toAsk,
            boolean flagged,
            List<Message> answered,
            SafetyQuestions questions) {}

    /**
     * @param said what there is to know of it
     * @param action what can be done; empty where nothing can
     * @param address where
     */
    public record PreparedForecast(List<Message> said, Optional<Message> action, String address) {}
}
