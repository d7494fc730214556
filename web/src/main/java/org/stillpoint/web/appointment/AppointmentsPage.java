package org.stillpoint.web.appointment;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * When one client comes, with the form for another appointment.
 *
 * @param form as it was typed, with what is wrong with it
 * @param said what came of a form of this page
 * @param zone whose clock the times are of
 * @param coming those that stand, the earliest first
 * @param past those before, and those that were cancelled
 */
public record AppointmentsPage(
        ClientHead head, Form form, Optional<Message> said, Message zone, List<ComingRow> coming, List<PastRow> past) {

    /**
     * @param id for addresses
     * @param day as a field for days takes it
     * @param time as a field for times takes it
     * @param overlaps who else is to come at the same time
     */
    public record ComingRow(
            String id,
            int version,
            Message at,
            String day,
            String time,
            long minutes,
            Optional<Message> overlaps,
            Message move,
            Message cancel) {}

    public record PastRow(Message at, boolean cancelled) {}

    public String path() {
        return head.path() + "/appointments";
    }
}
