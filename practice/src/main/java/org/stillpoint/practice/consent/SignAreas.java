package org.stillpoint.practice.consent;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.AreasSigned;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.consent.Signature;
import org.stillpoint.record.consent.Signer;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** A client agrees to touch at sensitive areas, where their consent is in force already. */
public final class SignAreas {

    /**
     * @param id made before it is read, so that sending it twice signs once
     * @param read {@link ConsentDocument#hash} of what was read
     * @param areas one at least
     */
    public record Command(
            Id<ConsentEntry> id,
            Id<Client> client,
            String read,
            Set<SensitiveArea> areas,
            Signer signer,
            Signature signature) {}

    private final UnitOfWork work;
    private final ConsentWording wording;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public SignAreas(UnitOfWork work, ConsentWording wording, Clock clock) {
        this.work = work;
        this.wording = wording;
        this.clock = clock;
    }

    /** Answers {@link Answer.No} where no consent is in force, as well as for the reasons of {@link SignConsent}. */
    public Answer<ConsentEntry> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SIGN_AREAS, wanted.id(), wanted.client(), wanted),
                        records -> new Answer.Done<>(sign(records, actor, wanted)),
                        records -> new Answer.Again<>(SignConsent.kept(records, wanted.client(), wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_CONSENT,
                        Optional.of(wanted.client()),
                        records -> SignConsent.kept(records, wanted.client(), wanted.id())));
    }

    private ConsentEntry sign(Records records, Actor actor, Command wanted) {
        ConsentDocument document =
                wording.ofAreas(records.settings().consentBlocks(), ClientLanguage.of(records, wanted.client()));
        SignConsent.requireRead(document, wanted.read(), wanted.client());
        ConsentCheck.requireInForceOrRunning(records, wanted.client(), clock);
        ConsentCheck.requireSigner(records, wanted.client(), wanted.signer(), clock);
        AreasSigned signed = new AreasSigned(
                wanted.id(),
                wanted.client(),
                clock.instant(),
                document,
                wanted.areas(),
                wanted.signer(),
                wanted.signature());
        records.consents().add(signed);
        UseLink.within(records, actor, wanted.id(), clock, LinkPurpose.CONSENT);
        return signed;
    }
}
