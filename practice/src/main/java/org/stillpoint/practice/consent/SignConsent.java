package org.stillpoint.practice.consent;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.ConsentGiven;
import org.stillpoint.record.consent.ConsentTerm;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client agrees: what they have read is kept as they read it, with their signature. An intake that goes on hears of it. */
public final class SignConsent {

    /**
     * @param id made before it is read, so that sending it twice signs once
     * @param client whose
     * @param read {@link ConsentDocument#hash} of what was read
     * @param choices the answer to each block that is answered by yes or no
     * @param areas the sensitive areas that are agreed to
     */
    public record Command(
            Id<ConsentEntry> id,
            Id<Client> client,
            String read,
            Map<ConsentBlock, Boolean> choices,
            Set<SensitiveArea> areas,
            ConsentTerm term,
            Signer signer,
            Signature signature) {}

    private final UnitOfWork work;
    private final ConsentWording wording;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public SignConsent(UnitOfWork work, ConsentWording wording, Clock clock) {
        this.work = work;
        this.wording = wording;
        this.clock = clock;
    }

    /** Answers {@link Answer.No} where the practice has changed its text since it was read, or a guardian has to sign. */
    public Answer<ConsentEntry> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SIGN_CONSENT, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(sign(records, actor, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_CONSENT,
                        Optional.of(wanted.client()),
                        records -> kept(records, wanted.client(), wanted.id())));
    }

    private ConsentEntry sign(Records records, Actor actor, Command wanted) {
        ConsentDocument document =
                wording.document(records.settings().consentBlocks(), ClientLanguage.of(records, wanted.client()));
        requireRead(document, wanted.read(), wanted.client());
        ConsentCheck.requireSigner(records, wanted.client(), wanted.signer(), clock);
        ConsentGiven given = new ConsentGiven(
                wanted.id(),
                wanted.client(),
                clock.instant(),
                document,
                wanted.choices(),
                wanted.areas(),
                wanted.term(),
                wanted.signer(),
                wanted.signature());
        records.consents().add(given);
        IntakeHand hand = actor instanceof Actor.Linked ? IntakeHand.CLIENT_BY_LINK : IntakeHand.CLIENT_HERE;
        records.intakes().hear(wanted.client(), IntakeStep.CONSENT, hand, given.at());
        UseLink.within(records, actor, wanted.id(), clock, LinkPurpose.CONSENT);
        return given;
    }

    static void requireRead(ConsentDocument document, String read, Id<Client> client) {
        if (!document.hash().equals(read)) {
            throw new Refused(Rule.CONSENT_TEXT_HAS_CHANGED, client);
        }
    }

    static ConsentEntry kept(Records records, Id<Client> client, Id<ConsentEntry> id) {
        return records.consents().find(client, id).orElseThrow(() -> new NoSuchRecord("consent", id));
    }
}
