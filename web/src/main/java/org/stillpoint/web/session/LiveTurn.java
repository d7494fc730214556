package org.stillpoint.web.session;

import java.util.List;

/**
 * How a session stands, as its page asks.
 *
 * @param now the server's clock, ms since 1970: what is tapped from here on comes after what is told here
 * @param stoppedAt when it was stopped, by the session's clock; empty where it goes on
 * @param next the first screen of grounding that is open still, counted from 0
 * @param grounded whether the session may end after a stop
 * @param withdrawn whether the client has taken their consent back: it does not go on
 * @param ended whether it has ended
 * @param holder who holds it: nobody, this device or another, as the page's script knows them
 * @param marks what is marked, the latest first, for a device that watches another
 */
public record LiveTurn(
        long now,
        String stoppedAt,
        int next,
        boolean grounded,
        boolean withdrawn,
        boolean ended,
        String holder,
        List<MarkRow> marks) {}
