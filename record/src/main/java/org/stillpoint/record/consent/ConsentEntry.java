package org.stillpoint.record.consent;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Something that a client, or who answers for them, said about their consent. It is added, and never changed. */
public sealed interface ConsentEntry {
    Id<ConsentEntry> id();

    Id<Client> client();

    Instant at();

    /** Something that was read and signed. */
    sealed interface SignedEntry extends ConsentEntry {

        /** As it was read. */
        ConsentDocument document();

        /** The sensitive areas that are agreed to. */
        Set<SensitiveArea> areas();

        Signer signer();

        Signature signature();
    }

    /**
     * The consent.
     *
     * @param choices the answer to each block that is answered by yes or no
     * @param areas agreed to with it; none where they were not asked for
     */
    record ConsentGiven(
            Id<ConsentEntry> id,
            Id<Client> client,
            Instant at,
            ConsentDocument document,
            Map<ConsentBlock, Boolean> choices,
            Set<SensitiveArea> areas,
            ConsentTerm term,
            Signer signer,
            Signature signature)
            implements SignedEntry {
        public ConsentGiven {
            choices = Map.copyOf(choices);
            areas = Set.copyOf(areas);
            if (!choices.keySet().equals(Set.copyOf(document.choices()))) {
                throw new BadValue(
                        "answers",
                        choices.keySet().toString(),
                        document.choices().toString());
            }
            if (!areas.isEmpty() && !document.has(ConsentBlock.SENSITIVE_AREAS)) {
                throw new BadValue("sensitive areas", areas.toString(), "none where nobody is asked");
            }
        }

        /** Hides who signed, and how. */
        @Override
        public String toString() {
            return "ConsentGiven[" + id + "]";
        }
    }

    /**
     * Touch at sensitive areas, apart from the consent itself.
     *
     * @param areas one at least
     */
    record AreasSigned(
            Id<ConsentEntry> id,
            Id<Client> client,
            Instant at,
            ConsentDocument document,
            Set<SensitiveArea> areas,
            Signer signer,
            Signature signature)
            implements SignedEntry {
        public AreasSigned {
            areas = Set.copyOf(areas);
            if (areas.isEmpty()) {
                throw new BadValue("sensitive areas", "none", "one at least");
            }
        }

        /** Hides who signed, and how. */
        @Override
        public String toString() {
            return "AreasSigned[" + id + "]";
        }
    }

    /** Everything signed before is taken back. */
    record ConsentWithdrawn(Id<ConsentEntry> id, Id<Client> client, Instant at) implements ConsentEntry {}
}
