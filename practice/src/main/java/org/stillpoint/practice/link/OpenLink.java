package org.stillpoint.practice.link;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Whoever has a link stands before the client's door: what it is to them, and its opening. */
public final class OpenLink {

    /** What a link is to the browser that shows it. */
    public sealed interface LinkSeen {
        /**
         * It can be opened.
         *
         * @param language in which its client reads
         */
        record ToBeOpened(PrivateLink link, PracticeLanguage language) implements LinkSeen {}

        /**
         * It is open here.
         *
         * @param language in which its client reads
         */
        record OpenHere(PrivateLink link, PracticeLanguage language) implements LinkSeen {

            /** Who acts by it. */
            public Actor.Linked actor() {
                return new Actor.Linked(link.client(), link.id());
            }
        }

        /**
         * It was used here before.
         *
         * @param key of the deed that used it
         * @param language in which its client reads
         */
        record UsedHere(PrivateLink link, Id<?> key, PracticeLanguage language) implements LinkSeen {

            /** Who used it. */
            public Actor.Linked actor() {
                return new Actor.Linked(link.client(), link.id());
            }
        }

        /**
         * It opens nothing.
         *
         * @param known whether there was ever such a link: else somebody guesses
         */
        record OpensNothing(boolean known) implements LinkSeen {}
    }

    private final UnitOfWork work;
    private final Clock clock;

    public OpenLink(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * @param linkHash SHA-256 of what the link ends in
     * @param browserHash SHA-256 of what the browser shows; of nothing where it shows nothing
     */
    public LinkSeen see(Actor actor, String linkHash, String browserHash) {
        return work.read(
                actor,
                Act.FIND_LINK,
                Optional.empty(),
                records -> records.privateLinks()
                        .findByHash(linkHash)
                        .map(link -> seen(link, browserHash, records))
                        .orElseGet(() -> new LinkSeen.OpensNothing(false)));
    }

    private LinkSeen seen(PrivateLink link, String browserHash, Records records) {
        if (link.isToBeOpened(clock.instant())) {
            return new LinkSeen.ToBeOpened(link, ClientLanguage.of(records, link.client()));
        }
        if (link.isOpenIn(browserHash, clock.instant())) {
            return new LinkSeen.OpenHere(link, ClientLanguage.of(records, link.client()));
        }
        return link.state() instanceof LinkState.UsedUp used
                        && used.browserHash().equals(browserHash)
                        && clock.instant().isBefore(link.until())
                ? new LinkSeen.UsedHere(link, used.key(), ClientLanguage.of(records, link.client()))
                : new LinkSeen.OpensNothing(true);
    }

    /**
     * Binds a link to a browser.
     *
     * @param link as {@link #see} found it
     * @param browserHash SHA-256 of what this browser, and no other, shows from now on
     * @return whether it is bound to it: another browser may have been first
     */
    public boolean open(Actor actor, PrivateLink link, String browserHash) {
        record Opening(Id<PrivateLink> link, String browserHash) {}
        return work.run(
                actor,
                Deeds.of(Act.OPEN_LINK, Id.<Deed>random(), link.client(), new Opening(link.id(), browserHash)),
                records -> {
                    Optional<PrivateLink> kept = records.privateLinks()
                            .findByHash(link.linkHash())
                            .filter(one -> one.isToBeOpened(clock.instant()));
                    kept.ifPresent(one -> records.privateLinks()
                            .update(one.in(new LinkState.BoundToBrowser(clock.instant(), browserHash))));
                    return kept.isPresent();
                },
                records -> false);
    }
}
