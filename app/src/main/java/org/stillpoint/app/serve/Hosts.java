package org.stillpoint.app.serve;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;

/** The names and addresses by which this machine is asked for. */
final class Hosts {

    private Hosts() {}

    /**
     * Names and addresses of a door, those of this machine itself first; IPv6 addresses without brackets.
     *
     * @throws BadInput where this machine has no such address
     */
    static Set<String> of(String listen, Collection<String> names) {
        try {
            InetAddress address = InetAddress.getByName(listen);
            Set<String> hosts = new LinkedHashSet<>(List.of("localhost", "127.0.0.1"));
            if (address.isAnyLocalAddress()) {
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(each -> !each.isLoopbackAddress() && !each.isLinkLocalAddress())
                        .map(Hosts::text)
                        .forEach(hosts::add);
            } else if (NetworkInterface.getByInetAddress(address) == null) {
                throw new IOException("an address of another machine");
            } else {
                hosts.add(text(address));
            }
            names.forEach(name -> hosts.add(name.toLowerCase(Locale.ROOT)));
            return hosts;
        } catch (IOException none) {
            throw new BadInput(Problem.ofValue("--listen", listen, "is no address of this machine"));
        }
    }

    /** As they stand in a request: IPv6 addresses in brackets. */
    static Set<String> asAsked(Collection<String> hosts) {
        return hosts.stream()
                .map(host -> host.indexOf(':') < 0 ? host : "[" + host + "]")
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        return address instanceof Inet6Address && text.indexOf('%') >= 0 ? text.substring(0, text.indexOf('%')) : text;
    }
}
