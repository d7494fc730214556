package org.stillpoint.practice.touch;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.body.RegionsOfSite;
import org.stillpoint.practice.consent.ConsentCheck;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Records;

/** What the acts of a session ask of a touch map. */
public final class TouchCheck {

    /** How long a yes holds at a place where touch is never welcome. Own choice, 2026: hands come there at once, or it is asked again. */
    public static final Duration FRESH = Duration.ofMinutes(2);

    private TouchCheck() {}

    /** The strictest of what was said of the regions in which a site lies. */
    public static Optional<TouchWish> wish(TouchMap map, Site site) {
        return map.strictest(RegionsOfSite.of(site));
    }

    /** Whether touch is never welcome at a muscle, or somewhere that it lies under. */
    public static boolean isClosed(Optional<TouchMap> map, MuscleId muscle) {
        return map.flatMap(said -> wish(said, new Site.MuscleSite(muscle)))
                .filter(wish -> wish == TouchWish.NEVER)
                .isPresent();
    }

    /**
     * Lets hands come to a place only as the client has said.
     *
     * @param session with the marks at least that say what may be marked next
     * @param at when hands come there
     * @throws Refused if they are to be asked first, were asked and said not today, or never want it and have not just said yes
     */
    public static void require(Records records, Id<Client> client, Session session, Moment moment, Instant at) {
        Optional<Site> site = ConsentCheck.touched(moment);
        Optional<TouchWish> wish =
                site.flatMap(touched -> records.touchMaps().findLatest(client).flatMap(map -> wish(map, touched)));
        if (wish.isEmpty() || wish.get() == TouchWish.WELCOME) {
            return;
        }
        Rule missing = wish.get() == TouchWish.NEVER ? Rule.TOUCH_IS_NEVER : Rule.TOUCH_IS_ASKED_FIRST;
        Mark asked = lastAsked(session, site.get(), at).orElseThrow(() -> new Refused(missing, session.id()));
        if (!((Moment.TouchAsked) asked.moment()).yes()) {
            throw new Refused(Rule.TOUCH_IS_NOT_FOR_TODAY, session.id());
        }
        // a release is marked where hands are already: the yes with which they came holds
        if (wish.get() == TouchWish.NEVER
                && moment instanceof Moment.SiteEngaged
                && Duration.between(asked.tappedAt(), at).compareTo(FRESH) > 0) {
            throw new Refused(missing, session.id());
        }
    }

    /**
     * The same where hands come outside of what is marked in a session: what was asked in one that goes on counts.
     *
     * @throws Refused as {@link #require(Records, Id, Session, Moment, Instant)} does
     */
    public static void require(Records records, Id<Client> client, Moment moment, Instant at) {
        Optional<OpenSession> open = records.sessions().findOpen(client);
        if (open.isPresent()) {
            require(records, client, open.get(), moment, at);
            return;
        }
        Optional<TouchWish> wish = ConsentCheck.touched(moment)
                .flatMap(site -> records.touchMaps().findLatest(client).flatMap(map -> wish(map, site)));
        if (wish.filter(said -> said != TouchWish.WELCOME).isPresent()) {
            throw new Refused(wish.get() == TouchWish.NEVER ? Rule.TOUCH_IS_NEVER : Rule.TOUCH_IS_ASKED_FIRST, client);
        }
    }

    private static Optional<Mark> lastAsked(Session session, Site site, Instant at) {
        Set<RegionCode> regions = RegionsOfSite.of(site);
        return session.standingMarks().stream()
                .filter(mark -> mark.moment() instanceof Moment.TouchAsked(Site asked, boolean yes)
                        && !mark.tappedAt().isAfter(at)
                        && (asked.equals(site) || RegionsOfSite.of(asked).containsAll(regions)))
                .reduce((before, next) -> next.tappedAt().isBefore(before.tappedAt()) ? before : next);
    }
}
