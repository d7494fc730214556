package org.stillpoint.app.serve;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The options of a practice that say where its door is, and how long it stays open. */
final class Door {

    private static final Pattern HTTPS = Pattern.compile("https://([A-Za-z0-9.-]+)/?");

    @Option(
            names = "--sign-in-hours",
            paramLabel = "HOURS",
            description = "A sign-in ends so long after it began; without it ${DEFAULT-VALUE}.")
    private int signInHours = (int) DoorLimits.STANDARD.absolute().toHours();

    @Option(
            names = "--idle-minutes",
            paramLabel = "MINUTES",
            description = "A sign-in that nobody uses ends so soon; without it ${DEFAULT-VALUE}.")
    private int idleMinutes = (int) DoorLimits.STANDARD.idle().toMinutes();

    @Option(
            names = "--lock-minutes",
            paramLabel = "MINUTES",
            description =
                    "A page that nobody uses is covered so soon, and the password opens it; without it ${DEFAULT-VALUE}.")
    private int lockMinutes = (int) DoorLimits.STANDARD.lock().toMinutes();

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            description = {
                "Listen on this address, for tablet and phone: by TLS, with a certificate of its own that is made at first use.",
                "0.0.0.0 for every address of this machine. Without it: on this machine only."
            })
    private @Nullable String listen;

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "With --listen: a further name by which this machine is asked for.")
    private List<String> names = List.of();

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "With --listen: this certificate with its chain (PEM) instead of one of its own.")
    private @Nullable Path certificate;

    @Option(names = "--certificate-key", paramLabel = "FILE", description = "Its private key (PEM, PKCS #8).")
    private @Nullable Path certificateKey;

    @Option(
            names = "--behind-proxy",
            paramLabel = "https://NAME",
            description = {
                "A proxy speaks TLS to the world by this name, hands on its Host, and adds to X-Forwarded-For who asks.",
                "It is on this machine, or --listen and --proxy-address say where it comes from."
            })
    private @Nullable String proxy;

    @Option(
            names = "--proxy-address",
            paramLabel = "ADDRESS",
            description =
                    "With --behind-proxy and --listen: the address from which the proxy comes, by TLS; may be given again.")
    private List<String> proxyAddresses = List.of();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /**
     * Where the door is.
     *
     * @param folder of the practice, which keeps a certificate of its own
     * @throws ParameterException where somebody could listen on the way to it
     */
    DoorWay way(Path folder) {
        if (proxy != null) {
            return behindProxy(proxy, folder);
        }
        require(proxyAddresses.isEmpty(), "--proxy-address goes with --behind-proxy.");
        if (listen == null) {
            require(
                    certificate == null && certificateKey == null && names.isEmpty(),
                    "--certificate and --name go with --listen.");
            return DoorWay.THIS_MACHINE;
        }
        return listening(listen, folder, Optional.empty());
    }

    private DoorWay listening(String listen, Path folder, Optional<String> proxy) {
        require(
                (certificate == null) == (certificateKey == null),
                "--certificate and --certificate-key name two files that go together.");
        Set<String> hosts = Hosts.of(listen, names);
        DoorWay.CertificateFiles files = certificate != null && certificateKey != null
                ? OwnCertificate.given(certificate, certificateKey)
                : OwnCertificate.in(folder, hosts);
        return new DoorWay(listen, Hosts.asAsked(hosts), Optional.of(files), proxy, addresses());
    }

    private Set<String> addresses() {
        try {
            return proxyAddresses.stream()
                    .map(address -> InetAddress.ofLiteral(address).getHostAddress())
                    .collect(Collectors.toSet());
        } catch (IllegalArgumentException name) {
            throw new ParameterException(
                    spec.commandLine(), "--proxy-address takes an address such as 10.0.0.2, and no name.");
        }
    }

    private DoorWay behindProxy(String address, Path folder) {
        Matcher https = HTTPS.matcher(address);
        require(
                https.matches(),
                "--behind-proxy takes an address like https://practice.example: to a proxy that speaks no TLS anybody could listen.");
        Optional<String> name = Optional.of(https.group(1).toLowerCase(Locale.ROOT));
        if (listen != null) {
            require(
                    !proxyAddresses.isEmpty(),
                    "--behind-proxy with --listen needs --proxy-address: else anybody could say that they ask for somebody.");
            return listening(listen, folder, name);
        }
        require(
                certificate == null && names.isEmpty() && proxyAddresses.isEmpty(),
                "--behind-proxy listens on this machine only, where the proxy is; for one elsewhere give --listen and --proxy-address.");
        return new DoorWay(DoorWay.THIS_MACHINE.address(), Set.of(), Optional.empty(), name);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), otherwise);
        }
    }

    /** How long a sign-in lasts. */
    DoorLimits limits() {
        if (signInHours < 1 || idleMinutes < 2 || lockMinutes < 1) {
            throw new ParameterException(
                    spec.commandLine(), "--sign-in-hours and --lock-minutes are 1 or more, --idle-minutes 2 or more.");
        }
        return new DoorLimits(
                Duration.ofHours(signInHours), Duration.ofMinutes(idleMinutes), Duration.ofMinutes(lockMinutes));
    }
}
