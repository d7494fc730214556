package org.stillpoint.web.request;

import java.time.LocalDate;
import org.stillpoint.practice.request.RequestReading.OpenRequest;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.RequestWords;
import org.stillpoint.words.Speaker;

/**
 * Something that a client asked and nobody has answered yet.
 *
 * @param what in a few words
 * @param at when they asked
 * @param words the client's own, or empty
 * @param phone where they are rung, where that is what is asked for; or empty
 * @param dialled the same as it is dialled
 */
public record RequestRow(ClientHead head, Message what, Message at, String words, String phone, String dialled) {

    public static RequestRow of(OpenRequest open, LocalDate today, Speaker speaker) {
        return of(
                ClientHead.of(open.client(), today),
                open.request(),
                open.request().isOfAnAppointment() ? open.phone() : PrivateText.NONE,
                speaker);
    }

    /** @param phone to ring; empty where nobody is to be rung */
    public static RequestRow of(ClientHead head, ClientRequest request, PrivateText phone, Speaker speaker) {
        return new RequestRow(
                head,
                RequestWords.of(request.matter(), speaker),
                new RequestWords.AskedOn(new CommonWords.DayAndTime(request.at(), speaker.time(request.at()))),
                RequestWords.words(request.matter()),
                phone.value(),
                Contact.dialled(phone.value()));
    }

    public String address() {
        return head.path() + "/asked";
    }
}
