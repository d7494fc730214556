package org.stillpoint.app.browser;

import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Document;

/** A session of somebody new, as tests need one. */
final class StartedSession {
    private StartedSession() {}

    /** Somebody is added, agrees, nothing is found, and the session starts; its address. */
    static String of(Wire wire, String name) {
        Document added = wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        String client = URI.create(added.location()).getPath();
        Document live = wire.send(
                wire.page(wire.agreed(client) + "/sessions/new").expectFirst("main form"), Wire.nothingFound("start"));
        return URI.create(live.location()).getPath();
    }
}
