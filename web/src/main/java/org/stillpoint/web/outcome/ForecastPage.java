package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * A forecast to be sealed.
 *
 * @param head whose
 * @param possible whether there are entries enough to forecast anything
 * @param id of the claim, made before it is sealed, so that sending the form twice seals one
 * @param form what was typed so far
 */
public record ForecastPage(ClientHead head, boolean possible, String id, Form form) {

    /**
     * A sealed forecast.
     *
     * @param head whose
     * @param number of the claim in the ledger
     * @param wording as it was sealed
     * @param target what it is about, and when it was sealed
     * @param rows every forecaster
     * @param guess the practitioner's own guess in words
     * @param came what came, or when it will be known
     * @param hash of its entry
     * @param likely whether the word may be used
     * @param mended that a check-in which it was scored by was mended since
     */
    public record SealedForecast(
            ClientHead head,
            long number,
            Message wording,
            Message target,
            List<ForecasterRange> rows,
            Message guess,
            Message came,
            String hash,
            boolean likely,
            Optional<Message> mended) {}

    /** One forecaster: middle, range, and what it missed by; the last is empty while nothing came. */
    public record ForecasterRange(Message by, String middle, Message range, String missed) {}
}
