package org.stillpoint.exchange.fhir.take;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.TraumaEvent;

/**
 * Something in another system's file that the client may have told as an event: they say so themselves, one by one.
 *
 * @param resource its type in the file
 * @param id in the file; empty where it has none
 * @param label what the file calls it, or its code where it calls it nothing
 * @param codes of the file, each as {@code system|code}
 * @param date as it is written there; empty where none is
 * @param when the same as the record keeps dates; empty where there is none, or none that it keeps
 * @param dateSource which element it was taken from; of a recorded date that this is no onset
 * @param ended when it ended, as it is written; empty where it does not say
 * @param advice whether to propose it
 * @param reasons why it is asked about, or not proposed
 * @param isInjuryLike whether its words speak of an injury; English words alone are known
 * @param duplicateOf the id of the one it repeats in the same file
 */
public record ProposedEvent(
        String resource,
        String id,
        PrivateText label,
        List<String> codes,
        String date,
        Optional<EventDate> when,
        String dateSource,
        String ended,
        String status,
        String verification,
        ProposalAdvice advice,
        List<ProposalReason> reasons,
        boolean isInjuryLike,
        Optional<String> duplicateOf) {

    /** What a date's precision is called: {@code year}, {@code month}, {@code day} or {@code instant}; empty without one. */
    public String precision() {
        return switch (date.length()) {
            case 0 -> "";
            case 4 -> "year";
            case 7 -> "month";
            case 10 -> "day";
            default -> "instant";
        };
    }

    /** The id under which a client tells it: the same of the same file, so that it is told once however often the file comes. */
    public Id<TraumaEvent> idFor(Id<Client> client) {
        String same = String.join("\n", client.toString(), resource, id, label.value(), date);
        return new Id<>(UUID.nameUUIDFromBytes(same.getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether something is shown as a proposal. */
    public enum ProposalAdvice {
        YES,
        /** Shown, with a word that it may not be meant. */
        ASK,
        /** Not shown: it says itself that it is not, or not theirs. */
        NO
    }

    /** Why something is not simply proposed. */
    public enum ProposalReason {
        NOTHING_KNOWN,
        ENTERED_IN_ERROR,
        REFUTED,
        NOT_DONE,
        OF_THE_FAMILY,
        LONG_TEXT,
        IN_PROGRESS,
        WITHOUT_NAME,
        NORMAL
    }
}
