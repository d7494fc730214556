package org.stillpoint.web.link;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.web.consent.PaperToSign;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** What stands behind a link: nothing of the practice, and no name. */
public sealed interface LinkPages {

    /** @param action where it is opened */
    record ToOpenPage(String action, Message asked) implements LinkPages {}

    /**
     * How it is.
     *
     * @param action where it is sent
     * @param id made before it is answered, so that sending it twice keeps one
     * @param earliest day that it may be of, with {@code today} as browsers write days
     * @param flags the red flags that are asked for
     */
    record HowItIsPage(
            String action,
            String id,
            Form form,
            AskedPain asked,
            String earliest,
            String today,
            List<Contact> contacts,
            List<Condition> flags)
            implements LinkPages {}

    /** @param action where the copy is asked for */
    record OwnCopyPage(String action, List<Contact> contacts) implements LinkPages {}

    /**
     * What was done on a page of the client's own.
     *
     * @param back to that page
     */
    record OwnDonePage(Message said, String back, List<Contact> contacts) implements LinkPages {}

    /**
     * When they come next.
     *
     * @param base what its addresses begin with
     * @param said what has to be said first
     * @param practice what it is called, or empty
     * @param next the appointment; empty where none stands
     * @param zone whose clock it is by
     * @param where in the practice's words, or empty
     * @param saidCannot that they said they cannot come, and nobody has answered yet
     */
    record OwnAppointmentPage(
            String base,
            Optional<Message> said,
            String practice,
            Optional<ComingTime> next,
            Message zone,
            String where,
            Optional<Message> saidCannot,
            List<Contact> contacts)
            implements LinkPages {}

    /**
     * An appointment to come.
     *
     * @param at day and hours, by the practice's clock
     * @param start the same as an instant, for a script that knows the device's clock
     * @param offset of the practice's clock from UTC then, in minutes
     */
    record ComingTime(Message at, Instant start, int offset, String id, int version) {
        static ComingTime of(Appointment appointment, Speaker speaker) {
            ZonedDateTime start = appointment.start().atZone(speaker.zone());
            return new ComingTime(
                    new AppointmentWords.BookedAt(
                            speaker.weekday(start.toLocalDate()),
                            speaker.time(appointment.start()),
                            speaker.time(appointment.end())),
                    appointment.start(),
                    start.getOffset().getTotalSeconds() / 60,
                    appointment.id().toString(),
                    appointment.version().number());
        }
    }

    /**
     * What is read and signed.
     *
     * @param withdraw where it is taken back; empty where nothing is signed
     */
    record ToSignPage(PaperToSign paper, String withdraw, List<Contact> contacts) implements LinkPages {}

    /**
     * It is kept.
     *
     * @param said that it is, or was before
     * @param worse whether something was said to be worse
     * @param flagged whether a red flag was told
     * @param offered where questionnaires that are due are answered, or empty
     * @param mend where a slip in it is mended, or empty
     */
    record KeptPage(Message said, boolean worse, boolean flagged, List<Contact> contacts, String offered, String mend)
            implements LinkPages {

        /** What cannot be mended. */
        KeptPage(Message said, boolean worse, boolean flagged, List<Contact> contacts, String offered) {
            this(said, worse, flagged, contacts, offered, "");
        }
    }

    /**
     * What was given, to be mended.
     *
     * @param action where it is sent
     * @param version that is seen
     * @param unasked answers that may stay empty beside those that always may
     * @param said that somebody else was first, where they were
     */
    record ToMendPage(
            String action, Form form, int version, List<String> unasked, Optional<Message> said, List<Contact> contacts)
            implements LinkPages {}

    /** What was answered waits on the device. */
    record WaitingPage(List<Contact> contacts) implements LinkPages {}

    /** Opened from a home screen, where nothing waits to be answered. */
    record StartPage() implements LinkPages {}

    /** One sentence. */
    record NothingPage(Message said) implements LinkPages {}
}
