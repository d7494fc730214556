package org.stillpoint.record.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.address.AddressEntry;

/**
 * What whoever treats a client knows beforehand; each may be empty.
 *
 * @param reason why they come, in their own words
 * @param preferences what they prefer while they are treated
 * @param stopSign how they say stop without a word, as was agreed
 * @param cautions what to be careful with, a line each
 * @param psychotherapy whether they work with a psychotherapist; empty where it was not said
 * @param carers who else sees to them, from the practice's address book, each once
 */
public record Background(
        PrivateText reason,
        Preferences preferences,
        PrivateText stopSign,
        PrivateText cautions,
        Optional<Psychotherapy> psychotherapy,
        List<Id<AddressEntry>> carers) {

    /** Before anything was told. */
    public static final Background NONE = new Background(
            PrivateText.NONE, Preferences.NONE, PrivateText.NONE, PrivateText.NONE, Optional.empty(), List.of());

    public Background {
        carers = carers.stream().distinct().toList();
    }

    /** The same, with all but who else sees to them. */
    public Background with(
            PrivateText newReason, Preferences newPreferences, PrivateText newStopSign, PrivateText newCautions) {
        return new Background(newReason, newPreferences, newStopSign, newCautions, psychotherapy, carers);
    }

    /** The same, with who else sees to them. */
    public Background with(Optional<Psychotherapy> newPsychotherapy, List<Id<AddressEntry>> newCarers) {
        return new Background(reason, preferences, stopSign, cautions, newPsychotherapy, newCarers);
    }
}
