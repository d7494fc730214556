package org.stillpoint.web.about;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.web.slip.SlipsPage.MendedRow;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * What is told about a client.
 *
 * @param saved what was saved just now; empty where nothing was
 * @param next what is done next after that
 * @param archived since when and why they no longer come; empty for whoever does
 * @param parts each with what was told
 * @param told whether all of it is shown; else how they are reached alone
 * @param answered what was asked first before a session, and on whose word it was held
 * @param history what stood there before, the newest first
 * @param version of the client, which archiving rests on
 * @param decides whether the reader decides who sees to this client, and whether they still come
 * @param mayErase whether the reader may erase them
 * @param form the reason for archiving, as typed
 */
public record AboutPage(
        ClientHead head,
        Optional<Message> saved,
        Optional<AfterSaving> next,
        Optional<Message> archived,
        List<AboutSection> parts,
        boolean told,
        List<Message> answered,
        List<MendedRow> history,
        String version,
        boolean decides,
        boolean mayErase,
        Form form) {

    /** Where one goes on. */
    public record AfterSaving(Message what, String address) {}

    /**
     * One part.
     *
     * @param facts by their labels, those that were told
     * @param address where it is changed
     */
    public record AboutSection(Message title, Map<Message, String> facts, String address) {}
}
