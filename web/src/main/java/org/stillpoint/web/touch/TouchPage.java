package org.stillpoint.web.touch;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * Where touch is welcome.
 *
 * @param id of the map that saving makes
 * @param version that was seen, or empty where there was none
 * @param form the wish by region code
 * @param front the regions of the front
 * @param back the regions of the back
 * @param layers what lies on the body, as JSON
 * @param view from where most of it is seen
 * @param said what has to be said first
 */
public record TouchPage(
        ClientHead head,
        String id,
        String version,
        Form form,
        List<TouchPlace> front,
        List<TouchPlace> back,
        String layers,
        String view,
        Optional<Message> said) {

    /** A region: its code and its name with the side. */
    public record TouchPlace(String code, String name) {}

    public static List<TouchWish> wishes() {
        return List.of(TouchWish.values());
    }
}
