package org.stillpoint.web.calendar;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What somebody's other calendar says.
 *
 * @param form what was typed
 * @param said what was just done, or could not be
 * @param known when it was read last, and how many busy times are known
 * @param wrong what cannot be read of a file
 * @param doubts what had to be guessed or left out
 * @param changes what was moved or called off there
 * @param proposals events that may be of clients; empty where nothing was read within the hour
 * @param more whether there are more than are shown
 */
public record ElsewherePage(
        Form form,
        Optional<Message> said,
        List<Message> known,
        List<Message> wrong,
        List<Message> doubts,
        List<ChangeRow> changes,
        Optional<List<ElsewhereRow>> proposals,
        boolean more) {

    /**
     * @param instance which time
     * @param cancels whether following it cancels the appointment; else it moves it
     */
    public record ChangeRow(String instance, Message what, boolean cancels) {}

    /**
     * @param event which one
     * @param summary what it is called there
     * @param times when it is, the first ones
     * @param further how many more; empty where there are none
     * @param client whose it is already, or is chosen
     * @param meant whom the typed name may mean
     * @param problem what is wrong with the name
     */
    public record ElsewhereRow(
            String event,
            String summary,
            List<Message> times,
            Optional<Message> further,
            Optional<ClientHead> client,
            List<ClientHead> meant,
            Optional<Message> problem) {}
}
