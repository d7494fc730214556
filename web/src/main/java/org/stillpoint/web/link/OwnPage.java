package org.stillpoint.web.link;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.web.link.LinkPages.ComingTime;
import org.stillpoint.web.outcome.CourseDrawn.DrawnCourse;
import org.stillpoint.web.view.FlatBody.FlatSide;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * A client's own page.
 *
 * @param base what its addresses begin with
 * @param form as it was typed, with what is wrong with it
 * @param course their pain in a sentence and a chart
 * @param maps of their pain, a few of all, the earliest first
 * @param mapsShown how many of how many; empty where all are shown
 * @param coming when they come
 * @param zone whose clock it is by
 * @param where they come, or empty
 * @param standing how it stands with what they agreed to
 * @param mayWithdraw whether there is anything to take back
 * @param papers what they signed, the latest first
 * @param home what they take home from the last session
 * @param given notes that their authors gave to them
 * @param asked what they asked of the practice, the latest first
 * @param until when the page opens no more
 */
public record OwnPage(
        String base,
        Form form,
        DrawnCourse course,
        List<DrawnMap> maps,
        Optional<Message> mapsShown,
        List<ComingTime> coming,
        Message zone,
        String where,
        Message standing,
        boolean mayWithdraw,
        List<PaperLine> papers,
        Optional<HomeSheet> home,
        List<GivenLine> given,
        List<AskedLine> asked,
        List<Contact> contacts,
        Message until) {

    /**
     * A map of their pain.
     *
     * @param words the same in words; empty where nothing hurt
     */
    public record DrawnMap(String day, List<PainSide> sides, String words) {}

    /** What hurts on one side of the body. */
    public record PainSide(FlatSide side, List<PainPlace> places) {}

    /**
     * @param path as of an SVG
     * @param strength from 0 to 1, as SVG writes it
     */
    public record PainPlace(String path, String strength) {}

    /**
     * @param details a line each
     * @param pdf where it is printed; empty of a withdrawal
     */
    public record PaperLine(Message what, String at, List<String> details, String pdf) {}

    public record HomeSheet(String day, List<String> paragraphs, List<Message> next) {}

    public record GivenLine(String day, String text) {}

    /**
     * @param words the client's own, or empty
     * @param answer what was done about it; or that it waits
     */
    public record AskedLine(Message what, Message at, String words, Message answer) {}
}
