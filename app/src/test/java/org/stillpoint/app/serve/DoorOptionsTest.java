package org.stillpoint.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.web.DoorWay;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Where a practice listens, and what is refused. */
@Execution(ExecutionMode.CONCURRENT)
class DoorOptionsTest {

    @TempDir
    private Path folder = Path.of("");

    @Command
    private static final class Serving {
        @Mixin
        private Door door = new Door();
    }

    private DoorWay way(String... options) {
        Serving serving = new Serving();
        new CommandLine(serving).parseArgs(options);
        return serving.door.way(folder);
    }

    @Test
    void nothingAsked_listensOnThisMachineAlone() {
        assertThat(way()).isEqualTo(DoorWay.THIS_MACHINE);
        assertThat(way().secure()).isFalse();
    }

    @Test
    void listen_alwaysSpeaksTls_withACertificateThatIsKept() throws Exception {
        DoorWay way = way("--listen", "0.0.0.0", "--name", "Practice.Local");
        assertThat(way.secure()).isTrue();
        assertThat(way.names()).contains("practice.local", "localhost");
        DoorWay.CertificateFiles made = way.certificate().orElseThrow();
        assertThat(made.fingerprint()).matches("([0-9A-F]{2}:){31}[0-9A-F]{2}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.key())))
                .isEqualTo("rw-------");
        assertThat(folder.resolve("certificate.p12")).doesNotExist();

        assertThat(way("--listen", "0.0.0.0", "--name", "practice.local").certificate())
                .as("the same again")
                .contains(made);
        assertThat(way("--listen", "0.0.0.0", "--name", "other.local").certificate())
                .as("another name is not in it")
                .isNotEqualTo(way.certificate());
        assertThat(OwnCertificate.given(made.certificate(), made.key()).fingerprint())
                .isEqualTo(OwnCertificate.in(folder, Set.of("other.local")).fingerprint());
    }

    @Test
    void proxy_isNamed_andSpeaksTls() {
        DoorWay way = way("--behind-proxy", "https://Practice.example/");
        assertThat(way.proxy()).contains("practice.example");
        assertThat(way.address()).isEqualTo("127.0.0.1");
        assertThat(way.secure()).isTrue();
        assertThatThrownBy(() -> way("--behind-proxy", "http://practice.example"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("anybody could listen");
        assertThatThrownBy(() -> way("--behind-proxy", "https://practice.example", "--listen", "0.0.0.0"))
                .isInstanceOf(ParameterException.class);
    }

    @Test
    void proxyOnAnotherMachine_comesFromAnAddress_byTls() {
        DoorWay way =
                way("--behind-proxy", "https://practice.example", "--listen", "0.0.0.0", "--proxy-address", "10.0.0.2");
        assertThat(way.proxy()).contains("practice.example");
        assertThat(way.proxyAddresses()).containsExactly("10.0.0.2");
        assertThat(way.certificate()).isPresent();
        assertThatThrownBy(() -> way("--proxy-address", "10.0.0.2")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> way("--behind-proxy", "https://a.example", "--proxy-address", "10.0.0.2"))
                .isInstanceOf(ParameterException.class);
        assertThatThrownBy(() ->
                        way("--behind-proxy", "https://a.example", "--listen", "0.0.0.0", "--proxy-address", "proxy"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("no name");
    }

    @Test
    void whatDoesNotGoTogether_isRefusedInWords() {
        assertThatThrownBy(() -> way("--certificate", "some.pem")).isInstanceOf(ParameterException.class);
        assertThatThrownBy(() -> way("--listen", "0.0.0.0", "--certificate", "some.pem"))
                .isInstanceOf(ParameterException.class)
                .hasMessageContaining("go together");
        assertThatThrownBy(() -> way("--listen", "192.0.2.1")).isInstanceOf(BadInput.class);
    }

    @Test
    void address_asACamera_readsIt() {
        assertThat(QrText.of("https://192.168.1.20:8080").lines()).hasSizeGreaterThan(10);
    }
}
