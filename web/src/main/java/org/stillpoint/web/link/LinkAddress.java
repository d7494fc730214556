package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.link.Link;
import org.stillpoint.web.DoorWay;

/**
 * The whole address of a link.
 *
 * @param address as it is handed on
 * @param thisMachineOnly whether no other machine reaches it
 */
public record LinkAddress(String address, boolean thisMachineOnly) {
    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Where a link opens, behind whatever name the program has. */
    public static String path(Link link) {
        return "/link/" + link.secret();
    }

    /**
     * By the proxy's name where there is one; else by the name that the practice is asked for by now, or by one that other machines
     * know.
     */
    public static LinkAddress of(DoorWay way, HttpServletRequest request, String path) {
        if (way.proxy().isPresent()) {
            return new LinkAddress("https://" + way.proxy().get() + path, false);
        }
        String asked = request.getServerName();
        Optional<String> elsewhere = OWN.contains(asked)
                ? way.names().stream()
                        .filter(name -> !OWN.contains(name))
                        .sorted()
                        .findFirst()
                : Optional.of(asked);
        String address = request.getScheme() + "://" + elsewhere.orElse(asked) + ":" + request.getServerPort() + path;
        return new LinkAddress(address, elsewhere.isEmpty());
    }
}
