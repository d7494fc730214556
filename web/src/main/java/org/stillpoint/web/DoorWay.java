package org.stillpoint.web;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * Where the door is, and how nobody listens on the way to it.
 *
 * @param address listened on
 * @param names of this machine, beside those that it has for itself alone, by which it may be asked for; in lower case
 * @param certificate for TLS
 * @param proxy the name by which a proxy is asked, which speaks TLS to the world
 * @param proxyAddresses from which alone that proxy comes; empty where it is on this machine
 */
public record DoorWay(
        String address,
        Set<String> names,
        Optional<CertificateFiles> certificate,
        Optional<String> proxy,
        Set<String> proxyAddresses) {

    /** To this machine's own browsers, unencrypted: nothing leaves it. */
    public static final DoorWay THIS_MACHINE = new DoorWay("127.0.0.1", Set.of(), Optional.empty(), Optional.empty());

    /**
     * A certificate in two files (PEM).
     *
     * @param fingerprint SHA-256, as browsers show it: pairs of hexadecimal digits with colons
     */
    public record CertificateFiles(Path certificate, Path key, String fingerprint) {}

    public DoorWay {
        names = Set.copyOf(names);
        proxyAddresses = Set.copyOf(proxyAddresses);
    }

    /** With a proxy on this machine, or none. */
    public DoorWay(String address, Set<String> names, Optional<CertificateFiles> certificate, Optional<String> proxy) {
        this(address, names, certificate, proxy, Set.of());
    }

    /** Whether browsers reach it by TLS alone. */
    public boolean secure() {
        return certificate.isPresent() || proxy.isPresent();
    }
}
