package org.stillpoint.web.about;

import java.util.List;
import org.stillpoint.record.client.LyingPosition;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.client.RoomWish;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;

/** The short forms in which what is told about a client is changed. */
public final class AboutForms {
    private AboutForms() {}

    /** How they are reached. */
    public record ContactForm(ClientHead head, String version, Form form) {}

    /** What whoever treats them knows beforehand. */
    public record BackgroundForm(ClientHead head, String version, Form form) {
        public LyingPosition[] positions() {
            return LyingPosition.values();
        }

        public RoomWish[] wishes() {
            return RoomWish.values();
        }
    }

    /**
     * Who else sees to them.
     *
     * @param kept those that are noted
     * @param others those that are not
     * @param added an id for somebody new
     */
    public record CarersForm(
            ClientHead head,
            String version,
            List<CarerChoice> kept,
            List<CarerChoice> others,
            String added,
            Form form) {
        public Psychotherapy[] psychotherapy() {
            return Psychotherapy.values();
        }
    }

    /** @param name as a person tells them from others */
    public record CarerChoice(String id, String name) {}
}
