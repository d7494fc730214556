package org.stillpoint.practice.questionnaire;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/**
 * After a check-in by a link, what is due is offered in the same browser: the link of the check-in is used up, and another one to the
 * questionnaires takes its place there until it would have run out.
 */
public final class OfferQuestionnaires {

    /**
     * @param key made once, for this offer
     * @param link the link by which the check-in came
     * @param browserHash of the browser in which that was
     * @param linkHash SHA-256 of what the next link ends in
     * @param boundTo SHA-256 of what this browser shows for the next link
     */
    public record Command(Id<Deed> key, PrivateLink link, String browserHash, String linkHash, String boundTo) {}

    /** What of a command says what is wanted. */
    private record Offering(Id<PrivateLink> link, String linkHash) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public OfferQuestionnaires(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Whether something is due and the link to it stands: nothing is made where nothing is, or the link was used elsewhere. */
    public boolean by(Actor actor, Command wanted) {
        Id<Client> client = wanted.link().client();
        return work.run(
                actor,
                Deeds.of(
                        Act.OFFER_QUESTIONNAIRES,
                        wanted.key(),
                        client,
                        new Offering(wanted.link().id(), wanted.linkHash())),
                records -> {
                    Optional<PrivateLink> used = records.privateLinks()
                            .findByHash(wanted.link().linkHash())
                            .filter(link -> link.purpose() == LinkPurpose.CHECK_IN && wasUsedIn(link, wanted));
                    if (used.isEmpty() || !AskQuestionnaires.askDue(records, client, clock)) {
                        return false;
                    }
                    records.privateLinks()
                            .add(new PrivateLink(
                                    Id.random(),
                                    client,
                                    LinkPurpose.QUESTIONNAIRE,
                                    wanted.linkHash(),
                                    Optional.empty(),
                                    clock.instant(),
                                    used.get().until(),
                                    new LinkState.BoundToBrowser(clock.instant(), wanted.boundTo()),
                                    Version.FIRST));
                    return true;
                },
                records -> false);
    }

    private boolean wasUsedIn(PrivateLink link, Command wanted) {
        return link.state() instanceof LinkState.UsedUp used
                && used.browserHash().equals(wanted.browserHash())
                && clock.instant().isBefore(link.until());
    }
}
