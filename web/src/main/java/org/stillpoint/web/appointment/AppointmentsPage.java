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
     * @param busyElsewhere whether the therapist's other calendar has something then
     */
    public record ComingRow(
            String id,
            int version,
            Message at,
            String day,
            String time,
            long minutes,
            Optional<Message> overlaps,
            boolean busyElsewhere,
            AttendanceForm attendance,
            Message move,
            Message cancel) {}

    public record PastRow(String id, Message at, boolean cancelled, AttendanceForm attendance) {}

    /**
     * Whether the client came.
     *
     * @param asked whether it can be said: it has begun, and was not cancelled
     * @param noted what was noted; empty where nothing was
     * @param of which appointment is meant, for whoever does not see it
     */
    public record AttendanceForm(int version, boolean asked, Optional<Message> noted, Message of) {}

    /** Whether one of the past waits to be told whether the client came. */
    public boolean toNote() {
        return past.stream()
                .anyMatch(row ->
                        row.attendance().asked() && row.attendance().noted().isEmpty());
    }

    public String path() {
        return head.path() + "/appointments";
    }
}
